import './content-card.css'
import { ChartBarBig, CircleHelp, Copy, ExternalLink, Gamepad2, MapPin, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ContentView } from '../../../src-preload/contract/conversation'
import { ask } from '../../desk/ask'
import { copyText } from '../../desk/copy-text'
import { cleanLine, cleanText } from '../../desk/plain-text'
import { toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { coordinates, liveWords, mapAddress } from './place-words'

type Of<K extends ContentView['kind']> = Extract<ContentView, { kind: K }>

export interface ContentCardProps {
  readonly content: ContentView
  /** Epoch ms. */
  readonly sentAt: number
  /** Somebody of the team has this message in a Telegram of their own; nobody has a bot's private chats. */
  readonly isInTelegram: boolean
}

/** What is neither words nor a file: a place, a contact, a poll, dice, or what the desk cannot show. */
export function ContentCard({ content, sentAt, isInTelegram }: ContentCardProps) {
  switch (content.kind) {
    case 'place':
      return <Place place={content} sentAt={sentAt} />
    case 'contact':
      return <Contact contact={content} />
    case 'poll':
      return <Poll poll={content} />
    case 'dice':
      return (
        <p className="content-dice" role="img" aria-label={content.line}>
          {cleanLine(content.emoji)} <span>{content.value}</span>
        </p>
      )
    case 'game':
      return (
        <Card icon={<Gamepad2 size={18} />} title={cleanLine(content.title, 'A game')}>
          {content.description !== '' && <p dir="auto">{cleanText(content.description)}</p>}
        </Card>
      )
    case 'other':
      return (
        <Card icon={<CircleHelp size={18} />} title={content.line}>
          <p>
            {isInTelegram
              ? 'It cannot be shown here. Open it in Telegram.'
              : 'It cannot be shown here, and a bot’s chat opens nowhere else.'}
          </p>
        </Card>
      )
  }
}

function Place({ place, sentAt }: { readonly place: Of<'place'>; readonly sentAt: number }) {
  const at = coordinates(place)
  const address = cleanLine(place.address ?? '')
  return (
    <Card
      icon={<MapPin size={18} />}
      title={cleanLine(place.title ?? '', place.liveUntil === null ? 'A place' : 'A live place')}
      acts={
        <>
          <Button
            look="link"
            icon={<Copy size={13} />}
            onClick={() => void copyText(at, 'Coordinates copied')}
          >
            Copy coordinates
          </Button>
          <Button
            look="link"
            icon={<ExternalLink size={13} />}
            onClick={() => ask(window.desk.desk.openLink({ url: mapAddress(place) })).catch(toastFailure)}
          >
            Open map in browser
          </Button>
        </>
      }
    >
      {address !== '' && <p dir="auto">{address}</p>}
      <p className="content-figures selectable">{at}</p>
      {place.liveUntil !== null && <p>{liveWords(place.liveUntil, sentAt)}</p>}
    </Card>
  )
}

function Contact({ contact }: { readonly contact: Of<'contact'> }) {
  const phone = cleanLine(contact.phone)
  return (
    <Card
      icon={<UserRound size={18} />}
      title={cleanLine(contact.name, 'A contact')}
      acts={
        phone !== '' && (
          <Button look="link" icon={<Copy size={13} />} onClick={() => void copyText(phone, 'Number copied')}>
            Copy number
          </Button>
        )
      }
    >
      {phone !== '' && (
        <p className="content-figures selectable" dir="ltr">
          {phone}
        </p>
      )}
      {contact.isOwn && <p>Their own number</p>}
    </Card>
  )
}

function Poll({ poll }: { readonly poll: Of<'poll'> }) {
  return (
    <Card icon={<ChartBarBig size={18} />} title={cleanLine(poll.question, 'A poll')}>
      <ul>
        {poll.options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no other name than their order.
          <li key={at} dir="auto">
            {cleanLine(option)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface CardProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly acts?: ReactNode
}

function Card({ icon, title, children, acts }: CardProps) {
  return (
    <div className="content-card">
      {icon}
      <div>
        <bdi className="content-title selectable">{title}</bdi>
        {children}
        {acts && <div className="content-acts">{acts}</div>}
      </div>
    </div>
  )
}
