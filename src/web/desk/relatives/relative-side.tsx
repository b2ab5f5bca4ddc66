// What stands beside the facts of a relative: the circle with its stops, and the codes.

import type { FC } from 'hono/jsx';
import type { RelativeView } from '../../../services/relatives/show-relative.ts';
import { stateWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceText } from '../../words/people-choices.ts';
import { showLength } from '../../words/when.ts';
import { circleWords } from '../circles/circle-words.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { Badge, Do, mayCare } from '../frame/parts.tsx';
import { changeWords } from './change-words.ts';
import type { RelativeProps } from './relative-parts.tsx';
import { relativeWords } from './relatives-words.ts';

/** Stopping everything around one person is one press away; the next page tells first what it does. */
const CircleWays: FC<{ c: DeskContext; id: string; circle: RelativeView['circle'] }> = ({
  c,
  id,
  circle,
}) => {
  const t = inLanguage(circleWords, c.var.language);
  const at = `/desk/kredse/${circle.id}`;
  return (
    <div class="desk-buttons d-print-none">
      {mayCare(c) && circle.state === 'alive' ? (
        <a class="button button-secondary" href={`${at}/pause`}>
          {t.pause}
        </a>
      ) : null}
      {mayCare(c) && circle.state !== 'dead' ? (
        <a class="button button-secondary" href={`${at}/doed`}>
          {t.dead}
        </a>
      ) : null}
      <a href={at}>{relativeWords.toCircle[c.var.language]}</a>
      {mayCare(c) && circle.state === 'alive' ? (
        <a href={`/desk/paaroerende/${id}/kreds`}>{changeWords.move[c.var.language]}</a>
      ) : null}
    </div>
  );
};

export const Circle: FC<RelativeProps> = ({ c, view: { id, circle, others } }) => {
  const { language } = c.var;
  const t = inLanguage(relativeWords, language);
  return (
    <Section id="kreds" heading={t.circle}>
      <p>
        {circle.code}
        {circle.unitName ? `, ${circle.unitName}` : ''}{' '}
        <Badge {...(circle.state === 'alive' ? {} : { tone: 'warning' as const })}>
          {wordOf(stateWords, circle.state, language)}
        </Badge>
      </p>
      {circle.apart ? <p>{t.apart}</p> : null}
      {others.length === 0 ? (
        <p>{t.alone}</p>
      ) : (
        <>
          <h3>{t.others}</h3>
          <ul>
            {others.map((other) => (
              <li>
                <a href={`/desk/paaroerende/${other.id}?fra=circle`}>{other.name}</a> (
                {choiceText(c, 'relations', other.relation)})
              </li>
            ))}
          </ul>
        </>
      )}
      <CircleWays c={c} id={id} circle={circle} />
    </Section>
  );
};

export const Pin: FC<RelativeProps> = ({ c, view: { id, pin } }) => {
  const { language, rt } = c.var;
  const t = inLanguage(relativeWords, language);
  const state = pin.locked ? t.pinLocked : pin.has ? t.pinHas : t.pinNone;
  return (
    <Section id="pin" heading={t.pin}>
      <p>{state}</p>
      {pin.codeEndsAt ? (
        <p>{fill(t.codeOpen, { length: showLength(pin.codeEndsAt - rt.clock(), language) })}</p>
      ) : null}
      {mayCare(c) && pin.has ? <p class="form-hint">{t.pinReplaces}</p> : null}
      {mayCare(c) ? <p class="form-hint">{t.pinRule}</p> : null}
      <div class="desk-buttons d-print-none">
        <Do c={c} action={`/desk/paaroerende/${id}/pin`}>
          {t.makePin}
        </Do>
        <Do c={c} action={`/desk/paaroerende/${id}/engangskode`} name="paa" value="voice">
          {t.makeVoice}
        </Do>
        <Do c={c} action={`/desk/paaroerende/${id}/engangskode`} name="paa" value="paper">
          {t.makePaper}
        </Do>
      </div>
    </Section>
  );
};
