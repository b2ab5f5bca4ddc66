import { describe, expect, it } from 'vitest';
import { readConfig, SettingError } from '../../src/main/config.ts';

const TWILIO = {
  SMS_GATEWAY: 'twilio',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'test-token-test-token',
  SMS_SENDER_NAME: 'KbhKommune',
  SMS_SENDER_NUMBER: '+4520009999',
  PUBLIC_URL: 'https://limen.example',
  LIMEN_KEYS: Buffer.alloc(32, 1).toString('base64'),
};

const refusal = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof SettingError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('the settings', () => {
  it('need nothing at all: that is the demo, on this machine only', () => {
    const config = readConfig({});

    expect(config).toMatchObject({
      demo: true,
      HOST: '127.0.0.1',
      PORT: 3000,
      PUBLIC_URL: 'http://localhost:3000',
      DATABASE_URL: 'file:./data/limen.db',
    });
  });

  it('with Twilio are complete, and there is no demo', () => {
    expect(readConfig(TWILIO)).toMatchObject({ demo: false, HOST: '0.0.0.0', LOG_LEVEL: 'info' });
  });

  for (const missing of [
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'SMS_SENDER_NAME',
    'SMS_SENDER_NUMBER',
    'PUBLIC_URL',
    'LIMEN_KEYS',
  ] as const)
    it(`stop the start when ${missing} is missing with Twilio, in one line that names it`, () => {
      const message = refusal({ ...TWILIO, [missing]: undefined });

      expect(message).toMatch(new RegExp(`^${missing}: is required`));
      expect(message).not.toContain('\n');
    });

  for (const [name, value] of [
    ['PORT', 'tusind'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'limen.example'],
    ['PUBLIC_URL', 'https://limen.example/under'],
    ['DATABASE_URL', 'postgres://x'],
    ['SMS_GATEWAY', 'pigeon'],
    ['SMS_SENDER_NAME', 'Alt for langt navn'],
    ['SMS_SENDER_NAME', '12345'],
    ['SMS_SENDER_NAME', 'KK'],
    ['SMS_SENDER_NAME', 'Kbh Kommune'],
    ['SMS_SENDER_NAME', 'Rådhuset'],
    ['SMS_SENDER_NUMBER', '12345678'],
    ['SMS_COUNTRIES', 'Danmark'],
    ['TWILIO_ACCOUNT_SID', 'AC123'],
    ['LOG_LEVEL', 'loud'],
  ] as const)
    it(`stop the start when ${name} is "${value}"`, () => {
      expect(refusal({ ...TWILIO, [name]: value })).toMatch(new RegExp(`^${name}: `));
    });

  it('refuse an address without https when Twilio is used', () => {
    expect(refusal({ ...TWILIO, PUBLIC_URL: 'http://limen.example' })).toMatch(
      /^PUBLIC_URL: must begin with https/,
    );
  });
});
