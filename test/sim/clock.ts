import { isoWithOffset } from '../../src/journey/time/format.ts';

/** The time of a simulated world, UTC ms: it stands still until somebody moves it. */
export type WorldClock = {
  /** What journeys and the network go by; only ever forward. */
  now(): number;
  /** The wall clock of the machines: as `now`, but people set it back and forth. */
  wall(): number;
  forward(ms: number): void;
  setWall(ms: number): void;
  text(): string;
};

export function makeClock(start: number): WorldClock {
  const time = { now: start, skew: 0 };
  return {
    now: () => time.now,
    wall: () => time.now + time.skew,
    forward: (ms) => {
      time.now += Math.max(0, Math.round(ms));
    },
    setWall: (ms) => {
      time.skew += ms;
    },
    text: () => `${isoWithOffset(time.now).slice(0, 19)}.${String(time.now % 1000).padStart(3, '0')}`,
  };
}
