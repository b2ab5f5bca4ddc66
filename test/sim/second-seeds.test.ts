import { test } from 'vitest';
import { keepPromises, seedsFrom } from './keep-promises.ts';

test.each(seedsFrom(76, 75))('seed %i keeps every promise', keepPromises);
