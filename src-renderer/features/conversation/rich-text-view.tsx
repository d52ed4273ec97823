import './rich-text.css'
import { memo, type ReactNode, useState } from 'react'
import type { Entity } from '../../../src-preload/contract/conversation'
import { ask } from '../../desk/ask'
import { toastFailure } from '../../desk/toast-store'
import { type Leaf, type Mark, type Run, richText } from './rich-text'

/** A stranger's text with its formatting. Every paragraph keeps its own direction; links open outside. */
export const RichText = memo(function RichText(props: {
  readonly text: string
  readonly entities: readonly Entity[]
}) {
  return (
    <div className="rich selectable" dir="auto">
      {richText(props.text, props.entities).map((block, index) => {
        const runs = block.runs.map((run, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their order.
          <RunView key={place} run={run} />
        ))
        // biome-ignore-start lint/suspicious/noArrayIndexKey: blocks have no other name than their order.
        if (block.kind === 'pre') return <pre key={index}>{runs}</pre>
        if (block.kind === 'quote') return <blockquote key={index}>{runs}</blockquote>
        return <span key={index}>{runs}</span>
        // biome-ignore-end lint/suspicious/noArrayIndexKey: blocks have no other name than their order.
      })}
    </div>
  )
})

function RunView({ run }: { readonly run: Run }) {
  const leaves = run.leaves.map((leaf, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: leaves have no other name than their order.
    <LeafView key={index} leaf={leaf} />
  ))
  if (run.url === null) return leaves
  return <Link url={run.url}>{run.truth === null ? leaves : [...leaves, ` (${run.truth})`]}</Link>
}

function Link({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  return (
    <a
      href={url}
      title={url}
      rel="noreferrer"
      draggable={false}
      onClick={(event) => {
        event.preventDefault()
        ask(window.desk.desk.openLink({ url })).catch(toastFailure)
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  )
}

const tags = { bold: 'b', italic: 'i', underline: 'u', strike: 's', code: 'code' } as const

function LeafView({ leaf }: { readonly leaf: Leaf }) {
  let shown: ReactNode = leaf.text
  for (const mark of leaf.marks) shown = marked(mark, shown)
  return shown
}

function marked(mark: Mark, inner: ReactNode) {
  if (mark === 'spoiler') return <Spoiler>{inner}</Spoiler>
  if (mark === 'tag') return <span className="rich-tag">{inner}</span>
  const Tag = tags[mark]
  return <Tag>{inner}</Tag>
}

function Spoiler({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  // The same element before and after: the focus stays in the text.
  if (isOpen) return <span tabIndex={-1}>{children}</span>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot wrap over lines with the text.
    <span
      role="button"
      tabIndex={0}
      aria-label="Hidden words, show"
      className="rich-spoiler"
      onClick={() => setOpen(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') setOpen(true)
      }}
    >
      {children}
    </span>
  )
}
