import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Account, Accounts } from '#desk/accounts.ts'
import type { Board } from '#desk/board.ts'
import type { DeskDeps } from '#desk/deps.ts'
import { feedbackRoutes } from '#desk/feedback/feedback-routes.ts'
import type { PageFiles } from '#desk/page-frame.ts'
import { conversationRoutes } from '#desk/search/conversation-routes.ts'
import { searchRoutes } from '#desk/search/search-routes.ts'
import { specialDaysRoutes } from '#desk/special-days/special-days-routes.ts'
import { switchesRoutes } from '#desk/switches/switches-routes.ts'
import { languageRoute } from './language-route.ts'
import { staffRoutes } from './staff-routes.ts'

/** The desk's pages beside the live one. They work without a script. */
export function staffPages(
  app: FastifyInstance,
  house: {
    deps: DeskDeps
    board: Board
    accounts: Accounts
    who: (request: FastifyRequest) => Promise<Account | undefined>
    files: PageFiles
  },
): void {
  const { deps, board, accounts, who, files } = house
  const routes = staffRoutes(app, { who, files })
  languageRoute(app)
  searchRoutes(routes, deps, accounts)
  conversationRoutes(routes, deps, accounts)
  feedbackRoutes(routes, deps)
  switchesRoutes(routes, deps, accounts)
  specialDaysRoutes(routes, deps, board, accounts)
}
