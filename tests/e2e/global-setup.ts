/** Puts two copies of the export in place and serves them: at the root, and under a sub-path. */
import { cpSync, rmSync } from 'node:fs';
import { relocate } from '../../scripts/relocate';
import { serve } from '../../scripts/serve';
import { PLACES } from './places';

export default async function globalSetup() {
  const hosted = await Promise.all(
    PLACES.map(async ({ name, basePath, variable }) => {
      const folder = `.generated/site-${name}`;
      rmSync(folder, { recursive: true, force: true });
      cpSync('.generated/export', folder, { recursive: true });
      relocate(folder, basePath);
      const { server, address } = await serve(folder, basePath, 0);
      process.env[variable] = address;
      return server;
    }),
  );
  return () => hosted.forEach((server) => server.close());
}
