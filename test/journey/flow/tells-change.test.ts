import { expect, test } from 'vitest';
import { tellsChange } from '../../../src/journey/flow/tells-change.ts';
import { makeFlow, say } from '../engine/make-flow.ts';

test('what tells of a move, a cancellation or a seat does not wait for the limit a day; the rest of the flow does', () => {
  const steps = ['hej', 'flyttet', 'aflyst', 'plads', 'hvor'].map((id) => say(id));
  const anchor = {
    title: 'Mødet',
    time: true,
    moved: 'flyttet',
    cancelled: 'aflyst',
    seated: 'plads',
    where: 'hvor',
  };
  const flow = makeFlow(steps, { anchors: { moede: anchor } });
  expect(steps.map(({ id }) => id).filter((id) => tellsChange(flow, id))).toEqual([
    'flyttet',
    'aflyst',
    'plads',
  ]);
});
