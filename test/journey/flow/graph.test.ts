import { describe, expect, it } from 'vitest';
import { edgesOf, reachableFrom } from '../../../src/journey/flow/graph.ts';
import { type FlowFiles, parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { GOOD_FLOW, withChange } from './good-flow.ts';

const ways = (files: FlowFiles): string[] => {
  const parsed = parseFlow(files);
  return parsed.ok
    ? edgesOf(parsed.flow).map(({ from, to, label }) => `${from} -${label}-> ${to}`)
    : ['broken'];
};

describe('the ways through a flow', () => {
  it('follow answers, branches and the order of the steps', () => {
    expect(ways(GOOD_FLOW)).toEqual([
      'invitation -accepted-> husk',
      'invitation -declined-> farvel',
      'invitation -expired-> end',
      'husk -next-> samtale',
      'samtale -ja-> wait-4',
      'samtale -nej-> farvel',
      'samtale -silent-> farvel',
      'wait-4 -next-> valg',
      'valg -ja-> side',
      'valg -otherwise-> farvel',
      'side -next-> farvel',
      'farvel -end-> end',
    ]);
  });

  it('a branch without otherwise goes on, and the last step ends the journey', () => {
    const files = withChange('flow.yaml', '    otherwise: farvel\n', '');
    const last = withChange(
      'flow.yaml',
      '  - id: farvel\n    end: gennemført\n',
      '  - id: farvel\n    wait: 1 day\n',
    );
    expect(ways(files)).toContain('valg -next-> side');
    expect(ways(last)).toContain('farvel -next-> end');
  });

  it('a declined invitation ends the journey unless it goes somewhere', () => {
    const files = withChange(
      'flow.yaml',
      ', task: opgave, go: farvel }\n  - say',
      ', task: opgave }\n  - say',
    );
    expect(ways(files)).toContain('invitation -declined-> end');
  });

  it('a question that may be too late can be left out', () => {
    const timed = (when: string) => withChange('flow.yaml', '- ask: samtale', `- ask: samtale\n    ${when}`);
    expect(ways(timed('when: 3 days before indflytning at 09:00\n    late: send'))).toContain(
      'samtale -skipped-> wait-4',
    );
    expect(ways(timed('when: 3 days after indflytning at 09:00\n    late: skip'))).toContain(
      'samtale -skipped-> wait-4',
    );
    expect(ways(timed('when: 3 days after indflytning at 09:00\n    late: next'))).not.toContain(
      'samtale -skipped-> wait-4',
    );
  });

  it('reach what they reach, a step itself only by a way back', () => {
    const edges = [
      { from: 'a', to: 'b', label: 'next' },
      { from: 'b', to: 'c', label: 'ja' },
      { from: 'b', to: 'b', label: 'nej' },
    ];
    expect(reachableFrom('a', edges)).toEqual(new Set(['b', 'c']));
    expect(reachableFrom('b', edges)).toEqual(new Set(['b', 'c']));
    expect(reachableFrom('c', edges)).toEqual(new Set());
  });
});
