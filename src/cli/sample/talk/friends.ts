/** Scripts between the owner and friends; the layout is told in `home.ts`. */
export const FRIENDS = `
# running *2
< Run {tomorrow|on {weekday}}? {5-14}k easy by the river | Up for {8-16}k on {weekday} morning? | Who's running with me at {6-7} am 😇
> {I'm in|Yes|Only if it's truly easy}, {6-7}:30 at the bridge? | Legs are dead from squats, could do {5-7}k slow
< {Deal|See you there}, bring a headlamp | Slow is fine, I want to chat anyway
>? Coffee after | My watch says I'm {unproductive|recovering|detraining} so yes

# running
> {5-16}k done, {4-5}:{10-58} per k 🎉 | New 10k best!! {46-49}:{10-59} | Negative split on {the hill loop|the lake trail} for the first time
< {Machine|Unreal|So strong}! | What shoes | And here I am with a {donut|sore calf}
> Heart rate stayed under {158-172} the whole way | Legs tomorrow: gone

# running
< My {knee|achilles|calf|hip} is {acting up|complaining} again
> Rest it {a week|few days}? Try the {band|step} exercises | Swim with me on {weekday} instead
< Boring but yes | Physio on {weekday}, will report
>? Half marathon is still {6-12} weeks out, plenty of time

# running @7-10 !
< Signed up for the half in {October|Stonewater}. Now you have to as well
> No. Okay. Yes. | Already did 😎 plan is {3-4} runs a week
< Long run {weekday}, {14-20}k? | We're going to regret this at kilometre {16-19}

# running
< How was the {intervals|tempo|hills} session?
> {6-10} times 400 and I saw stars | Brutal, wind in the face both ways | Treadmill because of the {ice|smoke|rain}, so boring
<? Counts double

# friends *2
< {Long time no see|It's been too long}! Coffee on {weekday}? | Free for a walk {weekday}? | Lunch this week?
> {Yes please|Would love that}! {cafe} at {time}? | This week is a zoo, next {weekday}?
< {Perfect|Works for me|Done}. So much to tell you | Next {weekday} it is
>? Can't wait

# friends
< Have you watched {film} yet?? | We saw {film} last night
> Not yet, no spoilers! | {Loved it|Cried twice|Fell asleep, sorry}
< The ending!!! | Honestly it's {half an hour too long|the best thing this year}
>? Watching it on {weekday}

# friends !
< How do you two do it with kids and work? I'm exhausted 😭 | Baby was up {4-7} times last night
> We don't, we just look organised | It gets better, I swear. Around {eleven|twelve} months
< Holding you to that | Tell me it's normal to cry over {spilled milk|a sock}
> {So normal|Completely}. I'll bring {dish} on {weekday}
<? You're an angel

# friends !
> Are you still up for {the concert|camping|the market|helping us paint} on {weekday}?
< YES | Can't, {the baby has a cold|have to work|my back went}, so sorry! | Is it okay if I bring {my cousin|the dog|a date 👀}?
> {Of course|The more the merrier} | No worries, get well soon!

# friends !
< I'm thinking of quitting. The job just {drains me|isn't fun any more} | Boss moved the deadline AGAIN
> What would you do instead? | You've been saying that since {spring|last year}, maybe it's time
< Woodworking? Teaching? No idea | Maybe. Scary though
> Come over, let's make a list. With wine

# friends !
< Look what I found in {the attic|an old jacket|my desk}: our tickets from {venue} 😍
> No way!! That was {ten|twelve|fifteen} years ago | We were so young. And so loud
<? We should do that again

# music *2
< {band} is playing {venue} on {weekday}!! | {band} at {venue}, tickets go on sale {weekday}
> GET TICKETS | I'm in, get me one? | Kids + Monday, but… yes
< Got {2-4}, row {C|F|K}, {25-65} each | They're {25-65} dollars, ok?
> Sending you the money now | Worth every cent
<? 🤘

# music
> Can't stop listening to the new {band} record
< Track {2-4}!!! That {bass line|piano|chorus|bridge} | Took me three listens but now I'm hooked
> {Exactly|Right?} On repeat {all week|on every run}
<? If you like that try {band2}

# music
< You need to hear {band}. Start with {song} | Found a band for you: {band}
> Listening now… {ok wow|this is great|not sure yet} | Adding it to the run playlist
< Wait for the second half | Told you
>? Who else sounds like this?

# music !
< Show was {incredible|so loud|sold out}! They played {song} as the last one
> Jealous!! I was at home with a sick kid | My ears are still ringing 😂
< Next time | {Worth it|Best night of the year}

# music
< Band practice {weekday}? Drummer's back from {city}
> I can play {three|four} chords and you know it | Yes! Is the bass amp fixed?
< Three is plenty | Fixed, it was the {fuse|cable|input jack}

# books *2
< I have finished "{book}". What did you think? | How far are you with "{book}"?
> {Loved|Mixed feelings about|Can't get into} it | Page {60-280}, please no spoilers!
< The {middle|ending|narrator} {surprised me|did not convince me|stayed with me for days}. | You will change your mind in chapter {9-20}.
>? Let's fight about it on {weekday}

# books
< Book club is on {weekday} at {evening}, at {mine|Hannah's|the library}. | Reminder: "{book}" for {weekday}.
> I'll be there, bringing {grocery} | I have {90-200} pages to go, reading in the bath
< There will be {cake|soup|cheese}. | Bring questions this time.

# books
> Can I borrow "{book}" when you're done? | Do you still have my copy of "{book}"?
< With pleasure, it is on the pile for you. | I lent it to Hannah, she reads slowly.
<? Also take "{book2}", it is better than its cover.

# books
< What shall we read next? {Something short|A mystery|Something translated|Science} perhaps?
> I vote for "{book}" | Anything under 300 pages 😅
< Good choice. I will reserve {3-5} copies at the library.

# travel *2
< I booked! {city} in {month}, {4-9} nights. | Flights to {city} are {240-680} right now, shall we?
> {Amazing|So jealous|Finally}! | Yes before I think too hard. Window seat
< There is a little {hotel|flat} near the {river|old market|station} with a {roof terrace|view of the harbor}.
> {Looks perfect|Book it}. What do we need to see? | I'll make a list in my notes

# travel !
> We're in {city}! Any tips? You lived here, no?
< Eat at the {market hall|place behind the church|harbor}, order the {fish|dumplings|soup}. | Take the ferry at sunset. And get up early for the {castle|gardens|museum}.
> {Doing that tomorrow|The kids loved it|We had two portions each}!
<? Now I am homesick.

# travel
< Landed! {Bag is still in {city}|Smooth flight|Three hours late}. | Train is stuck {between two tunnels|outside {city}}.
> Oh no, hope it turns up soon | Safe travels! | Have a coffee for me
<? Worth it for this view.

# travel !
> Do we need {a visa|vaccinations|snow chains|adapters} for {country}?
< Only {a passport with six months on it|an online form|the plug adapter}. | I think so, check the embassy page.
> {Thanks|Done}, filled it in, {15-45} dollars | Passport expires in {month}, renewing today

# travel !
< Remember the {storm|night train|missed ferry|tiny kitchen} in {city}?
> How could I forget 😂 | Best holiday ever, even with the {fever|rain}
< We should go back. All of us, with the kids. | I still have the photo above my desk.

# cycling *2
< Ride {weekday}? {40-90} km over {the ridge|Covered Bridge|the lake loop} | Gravel on {weekday}, leaving {7-9} sharp
> In! Need to pump tyres | How much climbing? My legs remember last time
< {400-1100} metres, cafe stop at km {25-45} | Flat-ish 😇
> You said that last time

# cycling @11-2
< Too wet outside, trainer session online at {evening}?
> My trainer squeaks and the family complains | {Okay|Fine}, {40-60} minutes, not more
< {Sweet spot|Intervals|Just spin} and a podcast

# cycling
> My {rear derailleur|bottom bracket|front brake|chain} is {clicking|slipping|squealing}, any idea?
< Check the {hanger|cable tension|pads|chain wear} first | How many km on that chain?
> About {2000-5200} 🙈 | It only happens in the small gear
< New chain, new cassette. Come by {weekday}, I have the tools

# cycling !
< Flat tyre number {2-4} this month | Crashed on the wet leaves, all fine, bruised {hip|elbow|pride}
> Ouch! Need a lift? | Tubeless. I keep saying it
<? You and your tubeless

# tools
> Do you have a {torque wrench|spoke key|multimeter|bench vise} I could borrow?
< Yes, in my garage. When? | Lent it out, back on {weekday}
> {weekday2} evening? I'm fixing the {kids' bikes|gate|cargo rack}
< Door's open

# tools !
< Building {a workbench|raised beds|a bike shed} this weekend, want to help? Paid in {takeaway}
> Yes! I bring the {drill|circular saw|clamps} | For {takeaway} I'll even sand
<? Measure twice 😄

# games
< Board games {weekday}? {game} and snacks
> In. I want revenge | If we don't play {game2} again 😅
< You still owe me {two sheep|a city|an apology} from last time
>? That was strategy

# games
< Server's back up, {weekday} {evening}? | Co-op tonight?
> One hour max, early meeting | Tonight I'm all yours, Maya is out
< That's what you said before the five-hour one
`;
