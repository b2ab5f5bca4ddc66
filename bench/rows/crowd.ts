// Very many enrolled at once in the embedded house: one process plans, sends, takes webhooks and serves the desk, on one file.
import type { Options } from '../parts.ts';
import { CROWD_NOW, crowd, rowsOfCrowd, seedCrowd } from '../support/crowd.ts';
import { fileUrl } from '../support/house.ts';
import { startLocalTwilio } from '../support/local-twilio.ts';
import type { Row } from '../support/row.ts';
import { startHouse } from '../support/start-house.ts';

export async function measure(folder: string, { relatives }: Options): Promise<Row[]> {
  const databaseUrl = fileUrl(folder, 'crowd');
  const session = await seedCrowd(databaseUrl, relatives);
  const twilio = await startLocalTwilio();
  const web = await startHouse({
    role: 'web',
    folder,
    databaseUrl,
    twilio,
    connections: 100,
    now: CROWD_NOW,
  });
  const crowded = await crowd({ web, all: [web], twilio, session }, relatives);
  await web.stop();
  twilio.close();
  return rowsOfCrowd('embedded', relatives, crowded);
}
