export interface Component {
  type: string;
  'bom-ref': string;
  group?: string;
  name: string;
  version?: string;
  licenses?: { license?: { id: string }; expression?: string }[];
  hashes?: { alg: string; content: string }[];
  components?: Component[];
  evidence?: { occurrences: { location: string }[] };
}
export interface Bom {
  serialNumber: string;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}
/** What the package is made of; `wasm`: the .wasm files of dist/, by name. */
export declare function sbomOf(wasm: Map<string, Uint8Array>, packages?: Map<string, Set<string>>): Bom;
/** What is known of vulnerabilities in the parts of an SBOM. */
export declare function vexOf(sbom: Bom): { vulnerabilities: { id: string; affects: { ref: string }[] }[] };
