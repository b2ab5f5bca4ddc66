// What a database holds before the first relative: the organisation and the published flows.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type CheckAgainst, TELLING_WORDS } from '../journey/flow/parse-flow.ts';
import { formatProblem } from '../journey/flow/problem.ts';
import { publishFlow } from '../services/journeys/publish-flow.ts';
import { listUnitNames, OrganisationSettings } from '../services/organisation.ts';
import type { Runtime } from '../services/runtime.ts';
import { listEventTitles } from '../store/events/titles.ts';
import { listHandGroupTitles } from '../store/groups/titles.ts';
import { findOrganisation, setOrganisation } from '../store/organisation.ts';
import { type Config, SettingError } from './config.ts';
import { listFlowFolders, readFlow } from './read-flows.ts';

/** Reads `LIMEN_ORGANISATION` into the database; without it the database must hold an organisation already. Never the demo's database: its people would get real SMS. */
export async function setUpOrganisation(rt: Runtime, config: Config): Promise<void> {
  const known = await findOrganisation(rt.db);
  if (known !== undefined && OrganisationSettings.parse(JSON.parse(known)).demo)
    throw new SettingError('DATABASE_URL', 'holds the demo and its made-up relatives; name another database');
  if (!config.LIMEN_ORGANISATION) {
    if (known === undefined)
      throw new SettingError(
        'LIMEN_ORGANISATION',
        'is required on the first start: a JSON file with kommune, authority, telefon, akut, aabningstid',
      );
    return;
  }
  let settings: unknown;
  try {
    settings = JSON.parse(await readFile(config.LIMEN_ORGANISATION, 'utf8'));
  } catch {
    throw new SettingError('LIMEN_ORGANISATION', 'names a file that cannot be read as JSON');
  }
  const parsed = OrganisationSettings.safeParse(settings);
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success)
    throw new SettingError('LIMEN_ORGANISATION', `${issue?.path.join('.')}: ${issue?.message}`);
  await rt.db.lane.put(setOrganisation, {
    settings: JSON.stringify({ ...parsed.data, demo: false }),
    at: rt.now(),
  });
}

/** Publishes every flow of the folder that passes its check; gives the problems of those that do not, one line each. */
export async function publishFolder(rt: Runtime, folder: string): Promise<string[]> {
  if (!existsSync(folder)) throw new SettingError('LIMEN_FLOWS', `there is no folder ${folder}`);
  const [units, eventTitles, groups] = await Promise.all([
    listUnitNames(rt),
    listEventTitles(rt.db),
    listHandGroupTitles(rt.db),
  ]);
  const against: CheckAgainst = { units, addresses: [], eventTitles, tellingWords: TELLING_WORDS, groups };
  const problems: string[] = [];
  for (const path of await listFlowFolders(folder)) {
    const read = await readFlow(path, against);
    if (read.ok) await publishFlow(rt, read.flow);
    else problems.push(...read.problems.map((p) => formatProblem(p, 'da')));
  }
  return problems;
}
