import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type KeyLine, listKeys } from '../../../services/api-keys/list-keys.ts';
import { revokeKey } from '../../../services/api-keys/revoke-key.ts';
import { AppError } from '../../../services/app-error.ts';
import { listUnits } from '../../../services/organisation.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { tellingWords } from '../../words/message-words.ts';
import { showDay, showInstant } from '../../words/when.ts';
import { commonWords, roleWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Badge, DeskForm, Facts } from '../frame/parts.tsx';
import { keysWords } from './keys-words.ts';
import { scopeText } from './scope-text.ts';

type UnitNames = ReadonlyMap<string, string>;

const TONES = { open: 'success', revoked: 'error', ended: 'warning' } as const;

const unitsText = (c: DeskContext, { units }: KeyLine, names: UnitNames): string =>
  units === 'all' ? keysWords.allUnits[c.var.language] : units.map((id) => names.get(id) ?? id).join(', ');

const Key: FC<{ c: DeskContext; line: KeyLine; names: UnitNames }> = ({ c, line, names }) => {
  const { language, rt } = c.var;
  const t = inLanguage(keysWords, language);
  const at = (instant: number | null): string | undefined =>
    instant === null ? undefined : showInstant(instant, rt.clock(), language);
  const by = line.makerName ? `, ${fill(tellingWords.by[language], { name: line.makerName })}` : '';
  return (
    <li class="desk-item">
      <div class="desk-item-body">
        <h3>{line.title}</h3>
        <Facts
          rows={[
            [t.state, <Badge tone={TONES[line.state]}>{t[line.state]}</Badge>],
            [t.beginning, <code>{`limen_${line.id}_`}</code>],
            [t.role, roleWords[line.role as keyof typeof roleWords]?.[language]],
            [t.units, unitsText(c, line, names)],
            [t.scopes, line.scopes.map((scope) => scopeText(scope, language)).join(', ')],
            [t.endsOn, line.endsAt === null ? undefined : showDay(line.endsAt - 1, language)],
            [t.used, at(line.usedAt) ?? t.never],
            [t.madeAt, `${at(line.createdAt) ?? ''}${by}`],
            [t.revokedAt, at(line.revokedAt)],
          ]}
        />
      </div>
      {line.state === 'open' ? (
        <div class="desk-item-action d-print-none">
          <a class="button button-secondary" href={`/desk/noegler/${line.id}/traek-tilbage`}>
            {t.revoke}
            <span class="sr-only"> {line.title}</span>
          </a>
        </div>
      ) : null}
    </li>
  );
};

/** The keys of the API, for administrators. */
export const keyRoutes = new Hono<DeskEnv>();

keyRoutes.get('/noegler', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(keysWords, language);
  const lines = await listKeys(rt, staff);
  const names = new Map((await listUnits(rt)).map(({ id, name }) => [id, name]));
  return sendDesk(
    c,
    { title: t.title, section: 'settings' },
    <div class="desk-narrow">
      <div class="desk-head">
        <h1>{t.title}</h1>
        <a class="button button-primary" href="/desk/noegler/ny">
          {t.make}
        </a>
      </div>
      <p>{t.lead}</p>
      <p>
        <a href="/api/docs">{t.reference}</a>
      </p>
      {lines.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Section id="noegler" heading={t.keys}>
          <ul class="desk-list no-max-width">
            {lines.map((line) => (
              <Key {...{ c, line, names }} />
            ))}
          </ul>
        </Section>
      )}
    </div>,
  );
});

keyRoutes.get('/noegler/:id/traek-tilbage', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(keysWords, language);
  const line = (await listKeys(rt, staff)).find(({ id }) => id === c.req.param('id'));
  if (!line) throw new AppError('not-found');
  if (line.state === 'revoked') throw new AppError('already-done');
  const title = fill(t.revokeTitle, { title: line.title });
  const used =
    line.usedAt === null
      ? t.neverUsed
      : fill(t.lastUsed, { when: showInstant(line.usedAt, rt.clock(), language) });
  return sendDesk(
    c,
    { title, section: 'settings' },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p>{t.revokeEffect}</p>
      <p>{used}</p>
      <DeskForm c={c} action={`/desk/noegler/${line.id}/traek-tilbage`} class="desk-buttons">
        <button type="submit" class="button button-warning">
          {t.revoke}
        </button>
        <a href="/desk/noegler">{commonWords.cancel[language]}</a>
      </DeskForm>
    </div>,
  );
});

keyRoutes.post('/noegler/:id/traek-tilbage', async (c) => {
  await revokeKey(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect('/desk/noegler?gemt=keyRevoked', 303);
});
