import type { PhraseLanguage } from '../../../src-preload/contract/intake-lists'

type Unit = 'minutes' | 'hours' | 'days'
/** With {span} in its place; then each unit for one and for more, in the case that the words before it ask for. */
type SpanPhrase = { readonly [U in Unit]: readonly [one: string, more: string] } & { readonly within: string }

const minuteMs = 60_000
const sizes = { minutes: minuteMs, hours: 60 * minuteMs, days: 24 * 60 * minuteMs } as const

const phrases: { readonly [L in PhraseLanguage]: SpanPhrase } = {
  en: span('within {span}', 'minute minutes hour hours day days'),
  de: span('innerhalb von {span}', 'Minute Minuten Stunde Stunden Tag Tagen'),
  fr: span('sous {span}', 'minute minutes heure heures jour jours'),
  es: span('en un plazo de {span}', 'minuto minutos hora horas día días'),
  it: span('entro {span}', 'minuto minuti ora ore giorno giorni'),
  pt: span('em até {span}', 'minuto minutos hora horas dia dias'),
  nl: span('binnen {span}', 'minuut minuten uur uur dag dagen'),
  pl: span('w ciągu {span}', 'minuty minut godziny godzin dnia dni'),
  fi: span('{span} kuluessa', 'minuutin minuutin tunnin tunnin päivän päivän'),
  sv: span('inom {span}', 'minut minuter timme timmar dag dagar'),
  tr: span('{span} içinde', 'dakika dakika saat saat gün gün'),
  uk: span('протягом {span}', 'хвилини хвилин години годин дня днів'),
  ru: span('в течение {span}', 'минуты минут часа часов дня дней'),
}

/** "within 2 hours", in words of a language. Rounded up to what a person would say, so that it is never too early. */
export function within(spanMs: number, language: PhraseLanguage): string {
  const unit = unitFor(spanMs)
  const count = Math.max(1, Math.ceil(spanMs / sizes[unit]))
  const phrase = phrases[language]
  const word = phrase[unit][isOne(count, language) ? 0 : 1]
  return phrase.within.replace('{span}', `${count} ${word}`)
}

function unitFor(spanMs: number): Unit {
  if (spanMs < 2 * sizes.hours && spanMs !== sizes.hours) return 'minutes'
  return spanMs < 2 * sizes.days ? 'hours' : 'days'
}

/** Ukrainian and Russian count 21 like 1; the other languages only 1. */
function isOne(count: number, language: PhraseLanguage): boolean {
  if (language === 'uk' || language === 'ru') return count % 10 === 1 && count % 100 !== 11
  return count === 1
}

function span(withinSpan: string, words: string): SpanPhrase {
  const [minute = '', minutes = '', hour = '', hours = '', day = '', days = ''] = words.split(' ')
  return { within: withinSpan, minutes: [minute, minutes], hours: [hour, hours], days: [day, days] }
}
