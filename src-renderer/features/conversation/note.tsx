import './note.css'
import { Lock } from 'lucide-react'
import { memo } from 'react'
import type { NoteItem } from '../../../src-preload/contract/conversation'
import { cleanText } from '../../desk/plain-text'
import { Face } from '../../ui/face'
import { Time } from './bubble'
import { authorName } from './message-words'

/** A note is a sheet of paper across the thread, never a bubble: nobody takes it for something sent. */
export const Note = memo(function Note({ item }: { readonly item: NoteItem }) {
  const name = authorName(item)
  return (
    <article className="note-row" aria-label={`Internal note from ${name}`} tabIndex={-1}>
      <div className="note">
        <Face id={item.author.id} name={name} kind="agent" size={20} />
        <div>
          <header>
            <Lock size={12} />
            <bdi className="clip note-author">{name}</bdi> Internal note <Time at={item.at} />
          </header>
          <div className="rich selectable" dir="auto">
            {cleanText(item.text)}
          </div>
        </div>
      </div>
    </article>
  )
})
