import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first; started last, one of them would go on alone at the end. */
const LONG = [
  'browser/every-page',
  'chaos/chaos',
  'sim/first-seeds',
  'sim/second-seeds',
  'browser/story',
  'browser/inbox',
  'browser/',
  'store/sqld',
  'main/deploy',
  'store/migrate',
  'main/backup',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONG.findIndex((name) => moduleId.includes(`/test/${name}`));
  return rank < 0 ? LONG.length : rank;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // More than there are cores: most of the long files wait for a disk, a browser or another process now and then.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    globalSetup: 'test/support/temp-folder.ts',
    sequence: { sequencer: LongestFirst },
    // The house has no module state, so files can share their modules; loading them 113 times took a third of the time.
    isolate: false,
  },
});
