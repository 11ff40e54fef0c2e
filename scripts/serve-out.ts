/** Serves out/ on PORT (3000) and prints where. */
import { serve } from './serve';

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`✗ PORT must be a number from 0 to 65535, not "${process.env.PORT}"`);
  process.exit(1);
}
try {
  const { address } = await serve('out', process.env.BASE_PATH ?? '', port);
  console.log(`\n✓ Warm Start is at ${address}  (Ctrl-C ends it)`);
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(
    taken
      ? `✗ Port ${port} is in use: try PORT=${port + 1} npm start`
      : `✗ ${(error as Error).message}`,
  );
  process.exit(1);
}
