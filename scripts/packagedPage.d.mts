/** A page of the project as a package has it. */
export declare function packagedPage(text: string, file: string, nameOf: (file: string) => string | undefined): string;
