/**
 * Kinds of intake questions (R13, R27). Ready-made: `category` is a choice, `urgency` a choice that sets the
 * priority, `contact` asks for a telephone number or another way to reach the customer.
 */
export const questionKinds = ['choice', 'text', 'number', 'contact', 'category', 'urgency'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Kinds that are answered by one of the question's options. */
export const choiceKinds: readonly QuestionKind[] = ['choice', 'category', 'urgency']

/** The ways a customer can reach the team; each has a default of its own for the acknowledgement. */
export const intakeWays = ['topic', 'bot', 'privateChat'] as const
export type IntakeWay = (typeof intakeWays)[number]

/** Languages in which the bot knows its own words. Others get English. */
export const phraseLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'fi',
  'sv',
  'tr',
  'uk',
  'ru',
] as const
export type PhraseLanguage = (typeof phraseLanguages)[number]

/** What may stand in the team's own words for the acknowledgement (R34). */
export const acknowledgementPlaceholders = ['{code}', '{time}', '{name}'] as const

/** What an acknowledgement says in English where the team wrote no words of its own. */
export const englishAcknowledgement =
  'We have your request. Its code is {code}. We will reply {time}. To add something, write it here.'
