import {
  type ListedMessage,
  listTasks as listTodo,
  type TimeCursor,
} from '../../store/messages/desk-lists.ts';
import { openFormOf } from '../forms/fill-form.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { openName, openNumber, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

/** A message of a list with its words; `{link}` stands where a secure address goes. */
export type MessageItem = Omit<ListedMessage, 'nameSealed' | 'textSealed' | 'phoneSealed'> & {
  name: string | undefined;
  text: string;
};

/** A call to make (with the `number` to ring) or a letter to send; `asks` when the answer is typed by staff, `form` when a questionnaire is filled in, `page` is the heading of the page behind the link. */
export type TaskLine = MessageItem & {
  asks: boolean;
  form: boolean;
  number: string | undefined;
  page: string | undefined;
};

export const toMessageItem = (rt: Runtime, row: ListedMessage): MessageItem => {
  const { nameSealed, textSealed, phoneSealed: _notNeeded, ...rest } = row;
  return {
    ...rest,
    name: openName(rt, row.relativeId, nameSealed),
    text: openText(rt, 'messages.text', row.id, textSealed),
  };
};

/** Whether the journey now waits for an answer to the step this message came from. */
export async function asksAnswer(rt: Runtime, row: ListedMessage): Promise<boolean> {
  if (!row.journeyId || !row.flowId || row.openStep !== row.step || !row.awaiting) return false;
  const step = (await getFlow(rt, row.flowId)).steps.find(({ id }) => id === row.step);
  return (step?.kind === 'ask' || step?.kind === 'invite') && row.textKey !== '';
}

/** The heading of the page a step links to, in the flow's first language; undefined when there is none or it has merge fields. */
async function findPageTitle(rt: Runtime, row: ListedMessage): Promise<string | undefined> {
  if (!row.flowId) return undefined;
  const { steps, pages, languages } = await getFlow(rt, row.flowId);
  const step = steps.find(({ id }) => id === row.step);
  const page = step && 'page' in step && step.page ? pages[step.page] : undefined;
  const [, title] = /^\s*#+\s+([^{\n]+?)\s*$/m.exec(page?.[languages[0] ?? ''] ?? '') ?? [];
  return title;
}

const openPhone = (rt: Runtime, { phoneId, phoneSealed }: ListedMessage): string | undefined =>
  phoneId && phoneSealed ? openNumber(rt, { id: phoneId, numberSealed: phoneSealed }) : undefined;

const PAGE = 50;

/** A page of calls and letters that wait (50, or `most`), the oldest first; `mine` keeps to the relatives whose contact one has oneself. */
export async function listTasks(
  rt: Runtime,
  staff: Staff,
  after?: TimeCursor,
  most: number = PAGE,
  filter: { mine?: boolean } = {},
): Promise<{ lines: TaskLine[]; next?: TimeCursor }> {
  requireRight(staff, 'look');
  const rows = await listTodo(rt.db, {
    limit: most + 1,
    sight: sightOf(staff),
    ...(after ? { after } : {}),
    ...(filter.mine ? { advisorId: staff.id } : {}),
  });
  const shown = rows.slice(0, most);
  const lines = await Promise.all(
    shown.map(async (row) => {
      const item = toMessageItem(rt, row);
      return {
        ...item,
        asks: await asksAnswer(rt, row),
        form: row.channel === 'ring' && (await openFormOf(rt, row)) !== undefined,
        number: row.channel === 'ring' ? openPhone(rt, row) : undefined,
        page: item.text.includes('{link}') ? await findPageTitle(rt, row) : undefined,
      };
    }),
  );
  const last = lines.at(-1);
  return rows.length > most && last ? { lines, next: { at: last.dueAt, id: last.id } } : { lines };
}
