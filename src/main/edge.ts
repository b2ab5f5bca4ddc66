// What Cloudflare Workers run (wrangler.toml): the doors without the desk, writing rows to the libSQL server.
import { createWorker } from './edge/create-worker.ts';

// biome-ignore lint/style/noDefaultExport: workerd asks for it.
export default createWorker();
