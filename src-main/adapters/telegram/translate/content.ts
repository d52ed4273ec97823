import type { Api } from 'telegram'
import type { Content } from '../../../../src-preload/contract/conversation'
import { tl } from '../library'

const forWords = 1024
const forNames = 256
const forPhones = 32

/**
 * What a message holds that is neither words nor a file (core.telegram.org/type/MessageMedia); null for nothing. A
 * link preview is part of the words. `sender` is the person's id, `sentAt` seconds as Telegram counts.
 */
export function contentOf(
  media: Api.TypeMessageMedia | undefined,
  sender: string,
  sentAt: number,
): Content | null {
  if (!media || media instanceof tl.MessageMediaEmpty || media instanceof tl.MessageMediaWebPage) return null
  if (media instanceof tl.MessageMediaPhoto && media.photo instanceof tl.Photo) return null
  if (media instanceof tl.MessageMediaDocument && media.document instanceof tl.Document) return null
  return placeOf(media, sentAt) ?? knownOf(media, sender) ?? { kind: 'other', what: nameOf(media) }
}

function placeOf(media: Api.TypeMessageMedia, sentAt: number): Content | null {
  const isPlace =
    media instanceof tl.MessageMediaGeo ||
    media instanceof tl.MessageMediaGeoLive ||
    media instanceof tl.MessageMediaVenue
  if (!isPlace || !(media.geo instanceof tl.GeoPoint)) return null
  const { lat: latitude, long: longitude } = media.geo
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (!isOnEarth) return null
  const venue = media instanceof tl.MessageMediaVenue ? media : null
  const liveFor = media instanceof tl.MessageMediaGeoLive ? media.period : null
  return {
    kind: 'place',
    ...{ latitude, longitude },
    title: venue?.title.slice(0, forNames) || null,
    address: venue?.address.slice(0, forNames) || null,
    liveUntil: liveFor === null ? null : (sentAt + liveFor) * 1000,
  }
}

function knownOf(media: Api.TypeMessageMedia, sender: string): Content | null {
  if (media instanceof tl.MessageMediaContact) {
    const { firstName, lastName, phoneNumber, userId } = media
    const name = `${firstName} ${lastName}`.trim().slice(0, forNames)
    const owner = userId.toString()
    return { kind: 'contact', name, phone: phoneOf(phoneNumber), isOwn: owner !== '0' && owner === sender }
  }
  if (media instanceof tl.MessageMediaPoll && media.poll instanceof tl.Poll) {
    const { question, answers } = media.poll
    return {
      kind: 'poll',
      question: question.text.slice(0, forWords),
      options: answers.map(({ text }) => text.text.slice(0, forNames)),
    }
  }
  if (media instanceof tl.MessageMediaDice) {
    const { emoticon, value } = media
    return { kind: 'dice', emoji: emoticon.slice(0, forPhones), value }
  }
  if (media instanceof tl.MessageMediaGame && media.game instanceof tl.Game) {
    const { title, description } = media.game
    return { kind: 'game', title: title.slice(0, forNames), description: description.slice(0, forWords) }
  }
  return null
}

/** Telegram leaves out the + of a number it knows; one from an address book may be a local one, and begins with 0. */
function phoneOf(number: string): string {
  const plain = number.replace(/[^+\d\s().-]/g, '').slice(0, forPhones)
  return plain.replace(/^00/, '+').replace(/^(?=[1-9])/, '+')
}

function nameOf({ className }: Api.TypeMessageMedia): string {
  return className.replace(/^MessageMedia/, '').toLowerCase()
}
