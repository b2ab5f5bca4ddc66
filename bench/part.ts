// Measures one part in a process of its own, so that none carries another's memory or open files.
import type { Options } from './parts.ts';
import type { Row, Skipped } from './support/row.ts';

type Rows = { measure(folder: string, options: Options): Promise<(Row | Skipped)[]> };

// By way of exit, so that what the part has started ends with it.
for (const end of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(end, () => process.exit(1));
const [name = '', folder = '', options = ''] = process.argv.slice(2);
const { measure } = (await import(`./rows/${name}.ts`)) as Rows;
process.send?.(await measure(folder, JSON.parse(options) as Options), () => process.exit());
