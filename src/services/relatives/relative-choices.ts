// What can be chosen when a relative is registered. The words people see stand in the catalogue of the desk.

export const LANGUAGES = ['da', 'en', 'ar', 'tr', 'so', 'ur', 'pl', 'uk'] as const;

export const RELATIONS = [
  'ægtefælle',
  'voksent barn',
  'forælder',
  'søskende',
  'barnebarn',
  'ven',
  'anden',
] as const;

export const AREAS = [
  'ældre hjemmeboende',
  'plejehjem',
  'socialpsykiatri',
  'handicap',
  'demens',
  'palliation',
  'andet',
] as const;

export const AGE_BANDS = ['ukendt', '0-17', '18-29', '30-49', '50-66', '67-79', '80+'] as const;

export const CHANNELS = ['sms', 'ring', 'brev'] as const;

/** People of this age are in ordinary flows only with their guardian or the reason noted. */
export const MINOR_BAND = '0-17';

export const GENDERS = ['ukendt', 'kvinde', 'mand', 'andet'] as const;

/** How relatives found us; a source of referrals stands beside these under its own id. */
export const FOUND_BY = [
  'personale',
  'læge',
  'bibliotek',
  'hjemmeside',
  'folder',
  'arrangement',
  'pårørende',
  'andet',
] as const;
