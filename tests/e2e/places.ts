/** Where the export is tested. The addresses are known once the servers stand. */
export const PLACES = [
  { name: 'root', basePath: '', variable: 'SITE_AT_ROOT' },
  { name: 'sub-path', basePath: '/courses/ml', variable: 'SITE_AT_SUB_PATH' },
] as const;
