import { test } from 'vitest';
import { keepPromises, seedsFrom } from './keep-promises.ts';

test.each(seedsFrom(51, 50))('seed %i keeps every promise', keepPromises);
