import { describe, expect, it } from 'vitest';
import { parseStories } from '../../src/journey/engine/read-stories.ts';
import { playStory, simulateStory } from '../../src/journey/engine/story.ts';
import { parseFlow } from '../../src/journey/flow/parse-flow.ts';
import { formatProblem } from '../../src/journey/flow/problem.ts';
import { flowFolders, readFlowFolder } from './read-folder.ts';

it('finds the three flows made from the seeds', () => {
  expect(flowFolders).toEqual(expect.arrayContaining(['velkomst', 'raadgivning', 'temaeftermiddag']));
});

describe.each(flowFolders)('%s', (name) => {
  const files = readFlowFolder(name);
  const flow = parseFlow(files);
  const told = parseStories(files['stories.yaml'] ?? '', `${name}/stories.yaml`);

  it('passes every check', () => {
    expect(flow.ok ? [] : flow.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
  });

  it('has stories that can be read', () => {
    expect(told.ok ? [] : told.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
    expect(told.ok ? told.stories.length : 0).toBeGreaterThan(3);
  });

  it.for(told.ok ? told.stories : [])('$name', (story) => {
    if (!flow.ok) throw new Error('the flow does not pass its check');
    expect(playStory(flow.flow, story).differences).toEqual([]);
  });

  it('has some story for every step', () => {
    if (!flow.ok || !told.ok) throw new Error('the flow or its stories cannot be read');
    const reached = told.stories.flatMap((story) => {
      return simulateStory(flow.flow, story).lines.flatMap(({ fact }) =>
        fact.kind === 'stepEntered' || fact.kind === 'messageComposed' ? [fact.step] : [],
      );
    });
    expect(flow.flow.steps.map(({ id }) => id).filter((id) => !reached.includes(id))).toEqual([]);
  });
});
