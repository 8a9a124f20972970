import Dispatch
import Synchronization

/// Gives the bearer tokens that a transport shows (`http` with the scheme `bearer`, `oauth2`, `openIdConnect`).
package struct TokenProvider: Sendable {
  private let provide: @Sendable () async throws -> String

  /// Nil if there is none among the credentials.
  package init?(_ credentials: [Credential]) {
    for credential in credentials {
      switch credential {
      case .oauth2(let token), .openIDConnect(let token):
        provide = token
        return
      case .bearer(let token):
        provide = { token }
        return
      default: continue
      }
    }
    return nil
  }

  /// A token, for a thread of a library: it is blocked, so it must be none of those that run tasks.
  ///
  /// Throws an `AsyncAPIError` that does not quote what the provider threw, since that may hold a secret.
  package func token(within limit: Duration) throws -> String {
    let answer = Answer()
    let isDone = DispatchSemaphore(value: 0)
    let asking = Task { [provide] in
      do { answer.set(.success(try await provide())) } catch { answer.set(.failure(error)) }
      isDone.signal()
    }
    let seconds = limit / .seconds(1)
    guard isDone.wait(timeout: .now() + seconds) == .success, let result = answer.value else {
      asking.cancel()
      throw Self.failure("gave none within \(limit)")
    }
    do { return try result.get() } catch { throw Self.failure("threw an error of the type \(type(of: error))") }
  }

  private final class Answer: Sendable {
    private let result = Mutex<Result<String, any Error>?>(nil)

    var value: Result<String, any Error>? { result.withLock { $0 } }

    func set(_ value: Result<String, any Error>) { result.withLock { $0 = value } }
  }

  private static func failure(_ what: String) -> AsyncAPIError {
    AsyncAPIError(.authenticationFailed, detail: "The provider of tokens \(what).")
  }
}
