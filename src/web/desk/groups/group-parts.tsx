import type { FC } from 'hono/jsx';
import { listEventNames } from '../../../services/events/list-events.ts';
import type { GroupRule } from '../../../services/groups/group-rule.ts';
import type { MemberLine } from '../../../services/groups/show-group.ts';
import { listFlows } from '../../../services/journeys/load-flow.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { choiceText } from '../../words/people-choices.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item, Who } from '../frame/lists.tsx';
import { Do } from '../frame/parts.tsx';
import { groupWords } from './group-words.ts';
import { type Names, ruleSentence } from './rule-sentence.ts';

/** Whether this member of staff makes and changes groups. */
export const mayKeepGroups = (c: DeskContext): boolean => mayStaff(c.var.staff, 'coordinate');

/** What rules speak of: the units and arrangements in sight and the flows there are, by id and name. */
export async function loadNames({ var: { rt, staff } }: DeskContext): Promise<Names> {
  const [units, flows, events] = await Promise.all([
    listOwnUnits(rt, staff),
    listFlows(rt),
    listEventNames(rt, staff),
  ]);
  return {
    units: new Map(units.map(({ id, name }) => [id, name])),
    flows: new Map(flows.map(({ name, title }) => [name, title])),
    events: new Map(events.map(({ id, title }) => [id, title])),
  };
}

export const countText = (n: number, language: Language): string =>
  n === 1 ? groupWords.membersOne[language] : fill(groupWords.members[language], { n });

/** How members come: by hand, or the rule in words. */
export const howText = (c: DeskContext, rule: GroupRule | null, names: Names): string =>
  rule === null ? groupWords.byHand[c.var.language] : ruleSentence(c, rule, names);

/** Members by name; with `group` each can be taken out of it. */
export const MemberList: FC<{ c: DeskContext; members: readonly MemberLine[]; group?: string }> = ({
  c,
  members,
  group,
}) => {
  const t = inLanguage(groupWords, c.var.language);
  return (
    <ul class="desk-list no-max-width">
      {members.map((member) => (
        <Item
          who={<Who c={c} id={member.id} name={member.name} from="list" />}
          meta={
            <>
              <span>{choiceText(c, 'relations', member.relation)}</span>
              <span>{choiceText(c, 'areas', member.area)}</span>
              <span>{member.unitName ? `${member.circleCode}, ${member.unitName}` : member.circleCode}</span>
            </>
          }
          action={
            group ? (
              <Do
                c={c}
                action={`/desk/grupper/${group}/tag-ud`}
                variant="tertiary"
                name="paaroerende"
                value={member.id}
                about={member.name}
              >
                {t.takeOut}
              </Do>
            ) : null
          }
        />
      ))}
    </ul>
  );
};
