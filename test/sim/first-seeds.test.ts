import { test } from 'vitest';
import { keepPromises, seedsFrom } from './keep-promises.ts';

test.each(seedsFrom(1, 20))('seed %i keeps every promise', keepPromises, 60_000);
