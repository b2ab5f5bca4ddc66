// Whose an alphanumeric sender on the account's list is, when the backup may be older than the name.
import { expect, test } from 'vitest';
import type { ListedSms } from '../../../src/gateways/gateway.ts';
import { readGap } from '../../../src/services/restored/read-gap.ts';
import { renameSender } from '../../../src/services/settings/senders.ts';
import { showSettings } from '../../../src/services/settings/show-settings.ts';
import { administrator } from '../../support/api.ts';
import { type DeskRuntime, makeDesk } from '../../support/desk.ts';

const LINK = 'Hej. Du har en besked: https://limen.test/i/abcdefghijklmnopqrstuv';

type Line = { from: string; text: string };

/** The provider ids of what left by these lines and is not known here: "0" is the first line. */
async function leftOf(rt: DeskRuntime, lines: readonly Line[]): Promise<string[]> {
  const listed = lines.map(
    ({ from, text }, n): ListedSms => ({
      ...{ providerId: String(n), at: rt.now() + n, from, to: '+4520000021', text },
      direction: 'out',
    }),
  );
  const list = async (_: number, take: (page: readonly ListedSms[]) => void): Promise<boolean> => {
    for (const one of listed) take([one]);
    return true;
  };
  const senders = { name: 'Limen', number: '+4520009999' };
  const gap = await readGap({ ...rt, gateway: { ...rt.gateway, senders, list } }, rt.now());
  return (gap?.left ?? []).map(({ providerId }) => providerId);
}

test('what another system of the municipality sent from a name of its own is nothing of ours', async () => {
  await using rt = await makeDesk();
  const left = await leftOf(rt, [
    { from: 'Biblioteket', text: 'Din bog er klar.' },
    { from: 'Biblioteket', text: '' },
    { from: 'Limen', text: 'Uden link' },
    { from: '+4520009999', text: 'Fra nummeret' },
  ]);
  expect(left).toEqual(['2', '3']);
});

test('a name given after the backup is known by our address or telephone in one of its texts, and all from it is ours', async () => {
  await using rt = await makeDesk();
  const lines = (text: string) => [
    { from: 'NytNavn', text: '' },
    { from: 'NytNavn', text: 'Noget helt andet' },
    { from: 'NytNavn', text },
  ];
  expect(await leftOf(rt, lines(LINK))).toEqual(['0', '1', '2']);
  expect(await leftOf(rt, lines('Noget'))).toEqual([]);
});

test('an earlier name of ours stays ours, and so does one of which no text can be read any more', async () => {
  await using rt = await makeDesk();
  for (const name of ['FoerNavn', 'SenereNavn']) {
    const { seen } = await showSettings(rt, administrator);
    await renameSender(rt, administrator, { seen, name });
  }
  const left = await leftOf(rt, [
    { from: 'FoerNavn', text: 'Uden link' },
    { from: 'SenereNavn', text: 'Uden link' },
    { from: 'Ukendt', text: '' },
  ]);
  expect(left).toEqual(['0', '1', '2']);
});
