import type { Branch } from '../../flow/flow.ts';
import { seatOf } from '../attend.ts';
import type { Seat } from '../state.ts';
import type { Turn } from '../turn.ts';

const SEATS: Partial<Record<Seat, string>> = { yes: 'ja', waiting: 'venteliste' };

function knownValue(turn: Turn, subject: string): string | undefined {
  const { relative } = turn.known;
  const { answers, anchors } = turn.state;
  if (subject.startsWith('answer.')) return answers[subject.slice('answer.'.length)];
  if (subject.startsWith('seat.')) return SEATS[seatOf(turn.state, subject.slice('seat.'.length)) ?? 'no'];
  if (subject.startsWith('anchor.')) return anchors[subject.slice('anchor.'.length)] ? 'set' : undefined;
  const known: Record<string, string> = {
    relation: relative.relation,
    area: relative.area,
    language: relative.language,
    channel: relative.channel,
    ageBand: relative.ageBand,
  };
  return known[subject];
}

/** The step a branch leads to; undefined means the next one. */
export function branchTarget(turn: Turn, step: Branch): string | undefined {
  const value = knownValue(turn, step.on);
  return (
    (value !== undefined && Object.hasOwn(step.is, value) ? step.is[value] : undefined) ?? step.otherwise
  );
}
