/** `npm start`: serves the workbench. Run by another program (the browser tests), it tells that program its address and ends with it. */
import { startServer } from './startServer';

const asked = process.argv.indexOf('--port');
const port = asked > 0 ? Number(process.argv[asked + 1]) : 3000;

try {
  const server = await startServer({ port });
  console.log(`Tieout's workbench is ready at ${server.url}`);
  console.log('Its certificate was made on this computer, so the browser will ask once whether to trust it. Ctrl+C stops.');
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop);
  process.send?.({ url: server.url });
} catch (error) {
  console.error(`The workbench could not start. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
