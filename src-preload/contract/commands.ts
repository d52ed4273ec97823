import { z } from 'zod'
import type { AccountView, ChatOption } from './account'
import { accountRef, chatRef, chatSearchInput, followedGroupRef, followGroupInput } from './account'
import type { ContactView } from './contact'
import { contactInput, contactRef } from './contact'
import type { Draft, TimelinePage } from './conversation'
import {
  draftInput,
  editInput,
  noteInput,
  outboxRef,
  replyInput,
  seenInput,
  timelineInput,
} from './conversation'
import type { DoctorView } from './doctor'
import { examineInput } from './doctor'
import type { EvidenceView } from './evidence'
import { reconcileInput } from './evidence'
import type { Attachment, Picture } from './files'
import { fileRef, stageInput } from './files'
import type { QueuePage } from './queue'
import { queuePageInput, ticketSearchInput, unsentInput } from './queue'
import type { GroupOption, SessionView } from './session'
import { apiInput, botTokenInput, codeInput, passwordInput, phoneInput } from './session'
import type { Settings } from './settings'
import { settingsPatch } from './settings'
import type { DeskStatus, Startup } from './status'
import { linkInput, repairInput } from './status'
import type { AgentView, TicketClocks, TicketRow, TicketView } from './ticket'
import { assignInput, priorityInput, statusInput, ticketRef, titleInput } from './ticket'

/** One thing the window may ask: its checked input, and the shape of the answer. */
export interface Command<Input, Output> {
  readonly input: z.ZodType<Input>
  /** Never set: carries the answer's type. */
  readonly output?: Output
}

const nothing = z.undefined()

function command<Input>(input: z.ZodType<Input>) {
  return { returning: <Output>(): Command<Input, Output> => ({ input }) }
}

/** Everything the window may ask of main, grouped by noun. A channel is `group.name`. */
export const commands = {
  desk: {
    startup: command(nothing).returning<Startup>(),
    repair: command(repairInput).returning<void>(),
    status: command(nothing).returning<DeskStatus>(),
    openLink: command(linkInput).returning<void>(),
    reconnect: command(nothing).returning<void>(),
  },
  session: {
    get: command(nothing).returning<SessionView>(),
    setApi: command(apiInput).returning<SessionView>(),
    startQr: command(nothing).returning<SessionView>(),
    sendCode: command(phoneInput).returning<SessionView>(),
    resendCode: command(nothing).returning<SessionView>(),
    checkCode: command(codeInput).returning<SessionView>(),
    checkPassword: command(passwordInput).returning<SessionView>(),
    connectBot: command(botTokenInput).returning<SessionView>(),
    /** Back to the choice of ways. */
    cancel: command(nothing).returning<SessionView>(),
    /** Ends the session at Telegram and wipes it here. Tickets stay. */
    signOut: command(accountRef).returning<SessionView>(),
    /** Begins to sign in another account beside those there are. */
    add: command(nothing).returning<SessionView>(),
  },
  accounts: {
    list: command(nothing).returning<readonly AccountView[]>(),
    groups: command(accountRef).returning<readonly GroupOption[]>(),
    followGroup: command(followGroupInput).returning<readonly AccountView[]>(),
    leaveGroup: command(followedGroupRef).returning<readonly AccountView[]>(),
    chats: command(chatSearchInput).returning<readonly ChatOption[]>(),
    /** Puts a private chat on the desk; answers its open ticket, made now if there is none (R31). */
    openChat: command(chatRef).returning<TicketView>(),
    leaveChat: command(chatRef).returning<readonly AccountView[]>(),
  },
  contacts: {
    get: command(contactRef).returning<ContactView>(),
    change: command(contactInput).returning<ContactView>(),
  },
  evidence: {
    get: command(nothing).returning<EvidenceView>(),
    /** Compares Telegram's history with the tickets; how it goes is told by `evidence-changed`. */
    reconcile: command(reconcileInput).returning<EvidenceView>(),
    stopReconciling: command(nothing).returning<EvidenceView>(),
  },
  doctor: {
    get: command(nothing).returning<DoctorView>(),
    /** Looks anew; resolves when all findings are in. */
    examine: command(examineInput).returning<DoctorView>(),
  },
  queue: {
    page: command(queuePageInput).returning<QueuePage>(),
    search: command(ticketSearchInput).returning<readonly TicketRow[]>(),
    /** Id of the next ticket with something that waits to be sent or failed, resolved ones too; null for none. */
    nextUnsent: command(unsentInput).returning<string | null>(),
  },
  tickets: {
    get: command(ticketRef).returning<TicketView>(),
    clocks: command(ticketRef).returning<TicketClocks>(),
    agents: command(nothing).returning<readonly AgentView[]>(),
    claim: command(ticketRef).returning<TicketView>(),
    release: command(ticketRef).returning<TicketView>(),
    assign: command(assignInput).returning<TicketView>(),
    setStatus: command(statusInput).returning<TicketView>(),
    setPriority: command(priorityInput).returning<TicketView>(),
    setTitle: command(titleInput).returning<TicketView>(),
    /** Makes the topic anew where it was deleted, with a recap of what was said (product.md 3, row 6). */
    recreateTopic: command(ticketRef).returning<TicketView>(),
  },
  conversation: {
    page: command(timelineInput).returning<TimelinePage>(),
    reply: command(replyInput).returning<void>(),
    /** Changes the words of a reply that arrived, for the customer too. Refused by Telegram, the old ones stand again. */
    edit: command(editInput).returning<void>(),
    /** Deletes a reply that arrived, for the customer too. */
    delete: command(outboxRef).returning<void>(),
    note: command(noteInput).returning<void>(),
    retry: command(outboxRef).returning<void>(),
    /**
     * Looks at Telegram whether a reply of which nobody can tell has arrived. Null if it has: then it is sent; else what
     * that means, in words.
     */
    check: command(outboxRef).returning<string | null>(),
    /** Takes a held, queued or failed reply back; its text returns as the draft. */
    discard: command(outboxRef).returning<Draft>(),
    seen: command(seenInput).returning<void>(),
    drafts: command(ticketRef).returning<readonly Draft[]>(),
    saveDraft: command(draftInput).returning<void>(),
  },
  files: {
    pick: command(nothing).returning<readonly Attachment[]>(),
    stage: command(stageInput).returning<Attachment>(),
    picture: command(fileRef).returning<Picture>(),
    /** Fetches the file, asks where to keep it, and saves it there. False if the agent thought better of it. */
    save: command(fileRef).returning<boolean>(),
  },
  settings: {
    get: command(nothing).returning<Settings>(),
    change: command(settingsPatch).returning<Settings>(),
    /** Shows a test notification; resolves to how that went. */
    testNotification: command(nothing).returning<DeskStatus['notifications']>(),
  },
} as const
