import { saveDraft } from '../../services/broadcasts/save-draft.ts';
import { listGroups } from '../../services/groups/show-group.ts';
import { putInGroup } from '../../services/groups/step-in-or-out.ts';
import { addGroup } from '../../services/groups/write-group.ts';
import type { Runtime } from '../../services/runtime.ts';
import { type Staff, sightOf } from '../../services/staff/staff.ts';
import { listRelativesOfCircle } from '../../store/people/relative-details.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

/** A group that is filled by hand, one with a rule, and a message to the first that nobody has got yet. A second call changes nothing. */
export async function seedGroups(rt: Runtime): Promise<void> {
  if ((await listGroups(rt, coordinator)).length > 0) return;
  const network = {
    title: 'Netværksgruppe',
    note: 'Mødes den første torsdag i måneden.',
    unit: '',
    rule: null,
  };
  const { id: groupId } = await addGroup(rt, coordinator, network);
  for (const circle of ['demo-kreds-01', 'demo-kreds-03'])
    for (const { id } of await listRelativesOfCircle(rt.db, circle, 2, sightOf(coordinator)))
      await putInGroup(rt, coordinator, { groupId, relativeId: id, leave: false });
  await saveDraft(rt, coordinator, {
    id: rt.newId(),
    title: 'Nyt mødested i netværksgruppen',
    groupId,
    way: 'sms',
    texts: {
      da: 'Hej {{ tiltale }}. Vi mødes på torsdag, som vi plejer, men et nyt sted. Spørg os om stedet på {{ telefon }}. Hilsen {{ kommune }}',
      en: 'Hello {{ tiltale }}. We meet on Thursday as usual, but in a new place. Ask us about it on {{ telefon }}. Kind regards, {{ kommune }}',
    },
  });
  await addGroup(rt, coordinator, {
    title: 'Pårørende inden for demens',
    note: 'Inviteres til temaeftermiddage.',
    unit: '',
    rule: { areas: ['demens'] },
  });
}
