import { z } from '@hono/zod-openapi';
import { countFigures } from '../../services/contacts/count-figures.ts';
import { figureWords } from '../telling/figure-words.ts';
import { operation } from './frame/operation.ts';

const year = z.int().min(2000).max(2999);

/** One figure with what it counts, in the language of the one who asks. */
const Figure = z.object({
  name: z.string().openapi({ example: figureWords.conversations.en }),
  means: z.string().openapi({ example: figureWords.conversationsMeans.en }),
  count: z.int().openapi({ example: 44 }),
});

const show = operation({
  id: 'showFigures',
  tag: 'contacts',
  method: 'get',
  path: '/figures',
  words: {
    da: 'De fire tal for et kalenderår i Danmark, med hvad hvert af dem tæller',
    en: 'The four figures of a calendar year in Denmark, with what each of them counts',
  },
  scope: 'contacts:read',
  right: 'look',
  query: z.strictObject({
    year: z.coerce
      .number()
      .pipe(year)
      .optional()
      .openapi({ type: 'integer', example: 2027, description: 'This year without it.' }),
  }),
  answer: z
    .object({
      year: year.openapi({ example: 2027 }),
      announcedEvents: Figure,
      staffConversations: Figure,
      conversations: Figure,
      relatives: Figure,
    })
    .openapi('Figures', { description: 'Of the units in sight of the key.' }),
  async run({ rt, staff, query, language }) {
    const found = await countFigures(rt, staff, query.year);
    const figure = (
      word: 'events' | 'staffConversations' | 'conversations' | 'relatives',
      count: number,
    ) => ({
      name: figureWords[word][language],
      means: figureWords[`${word}Means`][language],
      count,
    });
    return {
      year: found.year,
      announcedEvents: figure('events', found.announced),
      staffConversations: figure('staffConversations', found.staffConversations),
      conversations: figure('conversations', found.conversations),
      relatives: figure('relatives', found.relatives),
    };
  },
});

export const figureOperations = [show];
