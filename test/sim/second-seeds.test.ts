import { test } from 'vitest';
import { keepPromises, seedsFrom } from './keep-promises.ts';

test.each(seedsFrom(21, 20))('seed %i keeps every promise', keepPromises, 60_000);
