/// One way to get a transport wrong. The raw value is the check that must find it.
enum Flaw: String, CaseIterable, Sendable {
  case losesMessages = "publish-arrives"
  case endsPayloadAtZero = "payload-kept"
  case losesHeaders = "headers-kept"
  case losesContentType = "content-type-kept"
  case takesKeyForText = "key-kept"
  case losesReplyFields = "reply-fields-kept"
  case dropsWhenBusy = "burst-arrives"

  case matchesBeginnings = "other-addresses-left-out"
  case tellsPatternForAddress = "wildcards-match"

  case swapsNeighbours = "order-kept"
  case sharesKeysOut = "key-order-kept"
  case handsOutTwice = "workers-share-source"

  case acceptGivesBack = "accept-removes"
  case rejectGivesBack = "reject-removes"
  case deadLetterGivesBack = "dead-letter-removes"
  case deadLetterVanishes = "dead-letter-kept"

  case retryAccepts = "retry-redelivers"
  case retriesAtOnce = "retry-waits"
  case countsNothing = "retries-counted"
  case losesForgotten = "forgotten-comes-again"
  case stopAccepts = "stop-gives-back"
  case losesForgottenAfterStop = "leaving-gives-back"
  case acceptsOnDelivery = "cancellation-gives-back"
  case losesFetched = "fetched-goes-back"

  case sharesWithoutGroup = "each-subscription-gets-all"
  case ignoresGroups = "group-shares-out"
  case mixesGroups = "each-group-gets-all"
  case fetchesAll = "prefetch-bounded"

  case replacesErrors = "closure-error-passes"
  case staysSubscribed = "closure-ends-subscription"
  case ignoresStop = "stop-ends-source"
  case givesBackAfterStop = "settled-after-stop"
  case ignoresCancellation = "waiting-is-cancellable"
  case subscriptionsOutliveIt = "shutdown-ends-subscription"
  case runsForEver = "shutdown-ends-run"
  case publishesAfterShutdown = "closed-refuses-publish"

  case asksForOtherReply = "request-replied"
  case makesOwnReplyAddress = "reply-address-used"
  case oneRequestAtATime = "requests-in-flight"
  case takesAnyReply = "foreign-reply-ignored"
  case cancelsOnTimeout = "request-times-out"
  case requestIgnoresCancellation = "request-is-cancellable"

  case hangsWhileDisconnected = "disconnected-publish-ends"
  case endsWhenDisconnected = "reconnected-delivers"
}
