/** A configuration that says everything there is to say. */

export const WHOLE = `profile: mlps3
rules:
  MLPS-IMG-001: off
  no-root-user:
    severity: error
  MLPS-IMG-003:
    severity: warning
    options: {}
overrides:
  - files: ["dev/**"]
    profile: recommended
    rules: { MLPS-RUN-008: info }
waivers:
  - rule: MLPS-NET-001
    reason: the proxy listens here
    until: 2027-01-31
    files: [compose.yaml]
    service: proxy
attestations:
  - row: C86
    by: Li Wei
    on: 2026-11-01
    evidence: docs/emergency-plan.pdf
    until: 2027-11-01
    note: the drill was in October
baseline: ./ci//baseline.json
ignore: [vendor/**]
runbooks: docs/run.md
foreignSuppressions: true
`;
