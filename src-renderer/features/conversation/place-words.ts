import type { Content } from '../../../src-preload/contract/conversation'
import { timeOf } from '../../ui/time-words'

type Place = Extract<Content, { kind: 'place' }>

/** Degrees north and east, to about a metre, as maps take them. */
export function coordinates({ latitude, longitude }: Pick<Place, 'latitude' | 'longitude'>): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

/** A page in the browser that shows the place. Nothing of it is loaded here. */
export function mapAddress({ latitude, longitude }: Pick<Place, 'latitude' | 'longitude'>): string {
  const [north, east] = [latitude.toFixed(5), longitude.toFixed(5)]
  return `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=17/${north}/${east}`
}

const longestMs = 7 * 24 * 3_600_000

/** What a place that moves is here: where it was when it was sent. Times epoch ms. */
export function liveWords(until: number, sentAt: number): string {
  const end = until - sentAt > longestMs ? 'until it is stopped' : `until ${timeOf(until)}`
  return `Where it was at ${timeOf(sentAt)}. In Telegram it moves ${end}`
}
