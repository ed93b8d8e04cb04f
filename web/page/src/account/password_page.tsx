import { useWords } from "../words/language";
import { ChangePassword } from "./change_password";
import { OwnSessions } from "./own_sessions";
import { TokenSection } from "./token_section";

export function PasswordPage() {
  const t = useWords();
  return (
    <ChangePassword>
      <OwnSessions />
      <TokenSection title={t.ownTokens} path="/me/tokens" />
    </ChangePassword>
  );
}
