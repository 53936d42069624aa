// Adds the reader's own time beside each time whose reader the server does not know. Text goes in as text.

// Plain "en" is American to a browser: month before day, and "GMT+1" where Europe says CET.
const pageLanguage = document.documentElement.lang || "en";
const language = pageLanguage === "en" ? "en-GB" : pageLanguage;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const parts = (instant, timeZone, options) =>
  Object.fromEntries(
    new Intl.DateTimeFormat(language, { timeZone, hourCycle: "h23", ...options })
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );

const hours = (instant, timeZone) => {
  const { hour, minute } = parts(instant, timeZone, { hour: "2-digit", minute: "2-digit" });
  return `${hour}:${minute}`;
};

const dayOf = (instant, timeZone) =>
  new Intl.DateTimeFormat(language, { timeZone, weekday: "short", day: "numeric", month: "short" }).format(instant);

// The same offset at that moment is the same time, whatever the zones are called.
const offset = (instant, timeZone) => parts(instant, timeZone, { timeZoneName: "longOffset" }).timeZoneName;

for (const time of document.querySelectorAll("time[data-for-you]")) {
  const beside = time.parentElement.querySelector(".your-time");
  const start = new Date(time.dateTime);
  const place = time.dataset.zone;
  if (!beside || !zone || Number.isNaN(start.getTime())) continue;
  try {
    if (offset(start, zone) === offset(start, place)) {
      beside.textContent = "";
      continue;
    }
    const until = time.dataset.until ? `–${hours(new Date(time.dataset.until), zone)}` : "";
    const day = dayOf(start, zone) === dayOf(start, place) ? "" : `${dayOf(start, zone)}, `;
    const name = parts(start, zone, { timeZoneName: "short" }).timeZoneName;
    const words = time.dataset.forYou.replace("{0}", `${day}${hours(start, zone)}${until}`).replace("{1}", name);
    beside.textContent = ` · ${words}`;
  } catch {
    // A zone that this browser does not know: what the server wrote stays.
  }
}
