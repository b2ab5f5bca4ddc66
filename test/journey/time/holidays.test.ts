import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { dateText, dayNumber } from '../../../src/journey/time/calendar.ts';
import { holidayName } from '../../../src/journey/time/holidays.ts';

const YEARS = Array.from({ length: 2045 - 2024 + 1 }, (_, index) => 2024 + index);

function ours(year: number): string[] {
  const dates: string[] = [];
  for (let day = dayNumber(year, 1, 1); day < dayNumber(year + 1, 1, 1); day++) {
    if (holidayName(dateText(day)) !== undefined) dates.push(dateText(day));
  }
  return dates;
}

function theirs(year: number): string[] {
  const known = new Holidays('DK').getHolidays(year);
  return known.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10));
}

describe('Danish public holidays', () => {
  it.each(YEARS)('of %i are those of date-holidays, 5 June and 24 December', (year) => {
    expect(ours(year)).toEqual(
      [...new Set([...theirs(year), `${year}-06-05`, `${year}-12-24`])].sort((a, b) => a.localeCompare(b)),
    );
  });

  it('know Store bededag until it was abolished', () => {
    expect(holidayName('2023-05-05')).toBe('Store bededag');
    expect(ours(2023)).toEqual(
      [...theirs(2023), '2023-06-05', '2023-12-24'].sort((a, b) => a.localeCompare(b)),
    );
    expect(holidayName('2024-04-26')).toBeUndefined();
  });

  it.each([
    ['2027-01-01', 'Nytårsdag'],
    ['2027-03-25', 'Skærtorsdag'],
    ['2027-03-26', 'Langfredag'],
    ['2027-03-28', 'Påskedag'],
    ['2027-03-29', '2. påskedag'],
    ['2027-05-06', 'Kristi himmelfartsdag'],
    ['2027-05-16', 'Pinsedag'],
    ['2027-05-17', '2. pinsedag'],
    ['2027-06-05', 'Grundlovsdag'],
    ['2027-12-24', 'Juleaften'],
    ['2027-12-25', 'Juledag'],
    ['2027-12-26', '2. juledag'],
  ])('call %s %s', (date, name) => {
    expect(holidayName(date)).toBe(name);
  });

  it.each(['2027-05-01', '2027-12-31', '2027-05-07', '2027-02-30', 'juleaften', ''])(
    'leave %j an ordinary day',
    (date) => {
      expect(holidayName(date)).toBeUndefined();
    },
  );
});
