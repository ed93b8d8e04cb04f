import { ChangePassword } from "./change_password";
import { OwnSessions } from "./own_sessions";
import { OwnTokens } from "./own_tokens";

export function PasswordPage() {
  return (
    <ChangePassword>
      <OwnSessions />
      <OwnTokens />
    </ChangePassword>
  );
}
