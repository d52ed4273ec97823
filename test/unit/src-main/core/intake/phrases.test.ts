import { describe, expect, it } from 'vitest'
import { languageOf, ownWords, phraseLanguage } from '../../../../../src-main/core/intake/language'
import { fill, type Phrases, phrases } from '../../../../../src-main/core/intake/phrases'
import { within } from '../../../../../src-main/core/intake/within'
import { newContact } from '../../../../../src-main/core/people/contact'
import { Table } from '../../../../../src-main/core/table'
import { phraseLanguages } from '../../../../../src-preload/contract/intake-lists'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const mira = { id: '20', name: 'Mira', username: 'mira', isBot: false }

const places: Readonly<Record<keyof Phrases, readonly string[]>> = {
  greeting: [],
  acknowledgement: ['{code}', '{time}'],
  soon: [],
  skip: [],
  shareNumber: [],
  chooseOne: ['{choices}'],
  writeText: [],
  writeShort: ['{max}'],
  writeNumber: [],
  numberFrom: ['{min}'],
  numberUpTo: ['{max}'],
  numberBetween: ['{max}', '{min}'],
  reachYou: [],
}
const names = Object.keys(places) as (keyof Phrases)[]

describe('the bot speaks thirteen languages', () => {
  it('and no other than those the window is told of', () => {
    expect(phraseLanguages).toHaveLength(13)
    expect(Object.keys(phrases).sort()).toEqual([...phraseLanguages].sort())
  })

  it.each(phraseLanguages)('%s has every phrase, with its places and no more', (language) => {
    expect(Object.keys(phrases[language]).sort()).toEqual([...names].sort())
    for (const name of names) {
      const phrase = phrases[language][name]
      expect(phrase.trim(), name).not.toBe('')
      expect([...(phrase.match(/\{\w+\}/g) ?? [])].sort(), name).toEqual(places[name])
      expect(phrase, name).not.toMatch(/!|\s{2}/)
    }
  })

  it('says nothing in English where it knows better', () => {
    for (const language of phraseLanguages.filter((one) => one !== 'en'))
      for (const name of names)
        expect(phrases[language][name], `${language} ${name}`).not.toBe(phrases.en[name])
  })

  it('keeps labels short enough for a button', () => {
    for (const { skip, shareNumber } of Object.values(phrases)) {
      expect(skip.length).toBeLessThanOrEqual(16)
      expect(shareNumber.length).toBeLessThanOrEqual(32)
    }
  })

  it('fills places with what is given, taken as it is', () => {
    expect(fill('Dear {name}, {code}', { name: '{code}', code: 'DSA312' })).toBe('Dear {code}, DSA312')
    expect(fill('{unknown} {constructor}', {})).toBe('{unknown} {constructor}')
  })
})

describe('the expected time', () => {
  it.each([
    [30 * second, 'within 1 minute'],
    [minute, 'within 1 minute'],
    [15 * minute, 'within 15 minutes'],
    [hour, 'within 1 hour'],
    [90 * minute, 'within 90 minutes'],
    [2 * hour, 'within 2 hours'],
    [2.5 * hour, 'within 3 hours'],
    [day, 'within 24 hours'],
    [2 * day, 'within 2 days'],
    [2.1 * day, 'within 3 days'],
  ])('of %d ms is said as "%s"', (spanMs, words) => {
    expect(within(spanMs, 'en')).toBe(words)
  })

  it('is said in each language, in the case its words ask for', () => {
    const said = (spanMs: number) => phraseLanguages.map((language) => within(spanMs, language))
    expect(said(hour)).toEqual([
      ...['within 1 hour', 'innerhalb von 1 Stunde', 'sous 1 heure', 'en un plazo de 1 hora', 'entro 1 ora'],
      ...['em até 1 hora', 'binnen 1 uur', 'w ciągu 1 godziny', '1 tunnin kuluessa', 'inom 1 timme'],
      ...['1 saat içinde', 'протягом 1 години', 'в течение 1 часа'],
    ])
    expect(said(3 * day)).toEqual([
      ...[
        'within 3 days',
        'innerhalb von 3 Tagen',
        'sous 3 jours',
        'en un plazo de 3 días',
        'entro 3 giorni',
      ],
      ...['em até 3 dias', 'binnen 3 dagen', 'w ciągu 3 dni', '3 päivän kuluessa', 'inom 3 dagar'],
      ...['3 gün içinde', 'протягом 3 днів', 'в течение 3 дней'],
    ])
    expect(said(21 * minute).slice(-2)).toEqual(['протягом 21 хвилини', 'в течение 21 минуты'])
    expect(said(11 * minute).slice(-2)).toEqual(['протягом 11 хвилин', 'в течение 11 минут'])
  })
})

describe('a customer is written to', () => {
  const people = Table.of([[mira.id, { ...mira, language: 'pt-BR' }]])

  it('in what the team chose, else what Telegram tells, else English', () => {
    const chosen = Table.of([[mira.id, { ...newContact(mira.id), language: 'fi' }]])
    expect(languageOf({ people, contacts: chosen }, mira.id)).toBe('fi')
    expect(languageOf({ people, contacts: Table.empty() }, mira.id)).toBe('pt-BR')
    expect(languageOf({ people, contacts: Table.empty() }, '404')).toBe('en')
  })

  it.each([
    ['pt-BR', 'pt'],
    ['de', 'de'],
    ['uk_UA', 'uk'],
    ['EN-gb', 'en'],
    ['ja', 'en'],
    ['', 'en'],
  ] as const)('%s gets the words of %s', (tag, language) => {
    expect(phraseLanguage(tag)).toBe(language)
  })

  it("in the team's own words for the very tag first, then for its language", () => {
    const words = { 'pt-BR': 'Oi', pt: 'Olá', de: 'Hallo' }
    expect(ownWords(words, 'pt-br')).toBe('Oi')
    expect(ownWords(words, 'pt-PT')).toBe('Olá')
    expect(ownWords(words, 'de-AT')).toBe('Hallo')
    expect(ownWords(words, 'fr')).toBeNull()
  })
})
