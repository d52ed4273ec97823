import type { TicketView } from '../../../src-preload/contract/ticket'
import { useAccountList } from '../../desk/accounts-store'
import { cleanLine } from '../../desk/plain-text'
import { recreateTopic } from '../../desk/recreate-topic'
import { ticketAccount } from '../../desk/way-words'
import { Button } from '../../ui/button'
import { Fact } from './fact'

const titles: Readonly<Record<TicketView['way'], string>> = {
  topic: 'Topic in Telegram',
  bot: 'Private chat with the bot',
  privateChat: 'Private chat',
}
const states = { open: 'Open', closed: 'Closed', deleted: 'Deleted' } as const

/** Where in Telegram the conversation is, and through which account it goes. */
export function Reach({ ticket }: { readonly ticket: TicketView }) {
  const account = ticketAccount(ticket, useAccountList())
  return (
    <section className="sheet-section" aria-label={ticket.way === 'topic' ? 'Topic' : 'Private chat'}>
      <h3>{titles[ticket.way]}</h3>
      <dl className="sheet-facts plain">
        <Fact name="Through">
          {ticket.isFollowed ? (
            <bdi className={account === null ? 'sheet-bad' : 'clip'}>{account ?? 'Signed out'}</bdi>
          ) : (
            <span className="sheet-bad">No account, it is off the desk</span>
          )}
        </Fact>
        {ticket.way === 'topic' && <Topic ticket={ticket} />}
        {ticket.way === 'bot' && (
          <Fact name="Copied">
            <Mirror ticket={ticket} />
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Topic({ ticket }: { readonly ticket: TicketView }) {
  const { groupTitle, topic } = ticket
  return (
    <>
      <Fact name="Group">
        <bdi className="clip">{cleanLine(groupTitle, 'Not followed')}</bdi>
      </Fact>
      <Fact name="Topic">
        <bdi className="clip" title={cleanLine(topic.title)}>
          {cleanLine(topic.title, 'No title')}
        </bdi>
      </Fact>
      <Fact name="State">
        <span className={topic.state === 'deleted' ? 'sheet-bad' : ''}>{states[topic.state]}</span>
        {topic.state === 'deleted' && <MakeAgain ticket={ticket} />}
      </Fact>
    </>
  )
}

/** How the copy in the staff group does. */
function Mirror({ ticket }: { readonly ticket: TicketView }) {
  const { mirror } = ticket
  if (mirror === null) return <span>Nowhere: no staff group</span>
  const group = <bdi>{cleanLine(mirror.groupTitle, 'the staff group')}</bdi>
  switch (mirror.state) {
    case 'making':
      return <span>A topic is being made in {group}</span>
    case 'open':
      return <span>To {group}</span>
    case 'closed':
      return <span>To {group}, the topic is closed</span>
    case 'deleted':
      return (
        <>
          <span className="sheet-bad">The topic in {group} was deleted</span>
          <MakeAgain ticket={ticket} />
        </>
      )
  }
}

function MakeAgain({ ticket }: { readonly ticket: TicketView }) {
  return (
    <Button look="link" onClick={() => void recreateTopic(ticket)}>
      Make the topic again
    </Button>
  )
}
