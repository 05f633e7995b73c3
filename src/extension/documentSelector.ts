/** Which open documents the linter is asked about: by language and by file name, on every file system and unsaved. */
export const documentSelector = [
  { language: 'dockerfile' },
  { language: 'dockercompose' },
  { pattern: '**/{Dockerfile,Containerfile,*.Dockerfile,*.dockerfile,Dockerfile.*,Containerfile.*}' },
  { pattern: '**/{compose,docker-compose,*.compose,compose.*,docker-compose.*}.{yml,yaml}' },
];

/** The same for files that are not open; one glob for `findFiles`. */
export const deploymentGlob =
  '**/{Dockerfile,Containerfile,*.Dockerfile,*.dockerfile,Dockerfile.*,Containerfile.*,compose.yml,compose.yaml,docker-compose.yml,docker-compose.yaml,compose.*.yml,compose.*.yaml,docker-compose.*.yml,docker-compose.*.yaml}';
