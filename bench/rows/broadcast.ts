// A group message to very many in the embedded house: one process composes, sends, takes webhooks and serves the desk, on one file.
import type { Options } from '../parts.ts';
import { type Begin, CROWD_NOW, crowd, rowsOfCrowd, seedCrowd } from '../support/crowd.ts';
import { fileUrl } from '../support/house.ts';
import { startLocalTwilio } from '../support/local-twilio.ts';
import type { Row } from '../support/row.ts';
import { startHouse } from '../support/start-house.ts';

const BEFORE = ['draft', 'scheduled', 'filling'];

/** Planned is a group message whose members are written: the preview of all of them included. */
const writeToAll: Begin = async (web) => {
  const broadcast = await web.writeToAll();
  return async () => !BEFORE.includes((await web.lookAtBroadcast(broadcast)).status ?? 'draft');
};

export async function measure(folder: string, { relatives }: Options): Promise<Row[]> {
  const databaseUrl = fileUrl(folder, 'broadcast');
  const session = await seedCrowd(databaseUrl, relatives);
  const twilio = await startLocalTwilio();
  const web = await startHouse({
    ...{ role: 'web', folder, databaseUrl, twilio, connections: 100, now: CROWD_NOW },
  });
  const crowded = await crowd({ web, all: [web], twilio, session }, relatives, writeToAll);
  await web.stop();
  twilio.close();
  const planned = { what: 'previewed, ordered and written as members', unit: 'members/s' };
  return rowsOfCrowd('broadcast', relatives, crowded, planned);
}
