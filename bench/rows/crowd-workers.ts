// Very many enrolled at once in the scaled-out house: one process serves the web, two work, on sqld and Redis.
import type { Options } from '../parts.ts';
import { CROWD_NOW, crowd, rowsOfCrowd, seedCrowd } from '../support/crowd.ts';
import { startLocalTwilio } from '../support/local-twilio.ts';
import type { Row, Skipped } from '../support/row.ts';
import { startServers, whatLacks } from '../support/servers.ts';
import { startHouse } from '../support/start-house.ts';

const WHERE = 'scaled out';

export async function measure(folder: string, { relatives }: Options): Promise<(Row | Skipped)[]> {
  const lacking = whatLacks('sqld', 'redis');
  if (lacking) return [{ row: WHERE, skipped: lacking }];
  await using servers = await startServers(folder);
  const databaseUrl = servers.sqld.url;
  const session = await seedCrowd(databaseUrl, relatives);
  const twilio = await startLocalTwilio();
  const common = {
    folder,
    databaseUrl,
    redisUrl: servers.redis.url,
    twilio,
    connections: 100,
    now: CROWD_NOW,
  };
  const web = await startHouse({ ...common, role: 'web' });
  const workers = [
    await startHouse({ ...common, role: 'worker' }),
    await startHouse({ ...common, role: 'worker' }),
  ];
  const crowded = await crowd({ web, all: [web, ...workers], twilio, session }, relatives);
  for (const one of [...workers, web]) await one.stop();
  twilio.close();
  return rowsOfCrowd(WHERE, relatives, crowded);
}
