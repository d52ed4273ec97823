import type { DataCentre } from '../telegram/server'
import { note } from './customer-acts'
import type { Ledger, Place } from './ledger'

/** A customer opens a topic of the public group with their first message. */
export function openTopicPlace(dc: DataCentre, ledger: Ledger, firstName: string, title: string): Place {
  const customer = dc.customers.byName(firstName)
  const { help } = dc.workspace
  const name = ledger.nextName('customer')
  const topic = customer.openTopic(help, title, name)
  const conversationId = `${help.id}:${topic.id}`
  const place: Place = { name: title, kind: 'topic', customer, where: topic, conversationId }
  note(ledger, { place, side: 'customer', name, message: topic.first, parts: 1 })
  return place
}

/** A customer writes to the bot, or to an agent's own account, for the first time. */
export function openChatPlace(
  dc: DataCentre,
  ledger: Ledger,
  kind: 'bot' | 'private',
  firstName: string,
  accountId: string,
): Place {
  const customer = dc.customers.byName(firstName)
  const where = dc.world.account(Number(accountId))
  const conversationId = `${accountId}.${customer.id}:0`
  const place: Place = { name: `${kind} of ${firstName}`, kind, customer, where, conversationId }
  const name = ledger.nextName('customer')
  note(ledger, { place, side: 'customer', name, message: customer.write(where, name), parts: 1 })
  return place
}
