/** The three panels of the desk before they have anything to show. */
export function QueuePanel() {
  return <section aria-label="Queue" />
}

export function ConversationPanel() {
  return <section aria-label="Conversation" />
}

export function TicketSheet() {
  return <aside aria-label="Ticket" />
}
