import type { FC } from 'hono/jsx';
import type { RelativeLine } from '../../../services/relatives/list-relatives.ts';
import { stateWords } from '../../words/choices.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceText } from '../../words/people-choices.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Badge } from '../frame/parts.tsx';
import { relativesWords } from './relatives-words.ts';

/** What a line shows beside the name: the states somebody should know of before acting. */
export const Marks: FC<{ c: DeskContext; line: RelativeLine }> = ({ c, line }) => {
  const { language } = c.var;
  const t = inLanguage(relativesWords, language);
  return (
    <>
      <span>
        {choiceText(c, 'relations', line.relation)}, {choiceText(c, 'areas', line.area)}
      </span>
      <span>
        {line.circleCode}
        {line.unitName ? `, ${line.unitName}` : ''}
      </span>
      {line.circleState === 'alive' ? null : (
        <Badge tone="warning">{wordOf(stateWords, line.circleState, language)}</Badge>
      )}
      {line.stoppedAt ? <Badge tone="warning">{t.stopped}</Badge> : null}
      {line.wrongAt ? <Badge tone="error">{t.wrong}</Badge> : null}
      {line.shared ? <Badge tone="info">{t.shared}</Badge> : null}
      {line.minor ? <Badge tone="info">{t.minor}</Badge> : null}
    </>
  );
};
