/** Small talk of everyday life; the layout is told in `home.ts`. */
export const DAILY = `
# partner *2
< {Morning|Good morning} sleepyhead, coffee is {on the stove|in the thermos|still hot} | Left early, didn't want to wake you. Lunch boxes are in the fridge
> {You're an angel|Thank you}! How was the {drive|train|run}? | Just woke up to Theo's foot in my face
< {Foggy and beautiful|Packed|Quiet}, saw a {heron|fox|hot-air balloon} by the river | Ha, his favourite wake-up call

# partner
< Can't find my {keys|glasses|badge|black jacket}, are they at home?
> On the {piano|windowsill|washing machine} | Check the pocket of the {green coat|running vest|bike bag}
< {Found|Got them}, you know everything | Of course they are 🤦
>? You'd lose your head

# partner !
< Is it {me|only me} or is {the house|the bedroom|the kitchen} {freezing|boiling}?
> Thermostat says {17-25}, turn it {up|down} a bit | Window in the {hall|bathroom} was open all day
<? Better now, thanks

# partner !
< Therapist says the shoulder needs {4-8} more sessions | Dentist done, one filling, half my face is asleep
> {Ouch|Poor you}. Soup tonight then? | Glad it's not worse. Ice pack is in the top drawer
<? Soup and a silly film please

# partner !
< Saw a house for sale on {Willow|Orchard|Lantern} Lane, three bedrooms and a {workshop|garden shed|pear tree} 👀
> How much? | We said not this year… send me the link
< {480-790} thousand | Sent. Only looking!!
>? Only looking, famous last words

# partner !
< Our savings plan is {ahead|behind} by {120-900} dollars this month | Finished the tax return, we get {300-1400} back 🎉
> {Nice|Phew}! Put it {towards Lisbon|into the roof fund|aside for winter} | Then we can finally replace the {sofa|mattress|dishwasher}
<? Deal

# partner !
> Biscuit and I walked to the {quarry|old mill|reservoir} and back, {4-9}k
< Did she roll in something again? | Jealous, I've been in meetings since {8-9}
> {Twice|Of course she did}. She's in the tub now | She met a {hedgehog|goose} and lost
<? Photo!!

# home !
< The internet is {down|crawling} again, kids are {in revolt|drawing by candlelight} 😂
> Unplug the router for a minute | They have works on the line until {evening}
<? Back! Peace is restored

# home !
< Painter can start {weekday}, {900-2400} for the {hall|bedroom|stairs}. Which white is it now, {chalk|linen|cloud}?
> {Chalk|Linen|Cloud}. I think. They are all white | Ask if that includes the ceiling
< It includes the ceiling and {two coats|the doors}

# home !
> There's a {mouse|wasp nest|bat} in the {shed|attic|garage}
< No. No no no | Leave it, they're {protected|harmless}. I'll ask Gus
<? Gus says a shoe box and a broom

# home @6-9 !
< {32-38} degrees in the kids' room. Sleeping in the basement tonight?
> Camp basement! I'll bring the fans | Paddling pool first, then basement
< Theo already moved his whole zoo down

# kids
< Ida and Theo are fighting about the {bathroom|last pancake|blue cup|window seat} again
> Separate corners. I'll mediate at {evening} | Tell them the {cup|seat} belongs to the dog now
<? That worked 😂

# kids !
> Ida asks if she can {sleep over at Zola's|go to the pool|cut her own hair|stay up for the eclipse} on {weekday}
< {Sure|Yes}, if homework is done | Absolutely not 😄 | I'd say yes, you?
> {Telling her|She's dancing around the kitchen}

# kids !
< Theo lost a tooth!!! {At school|In an apple|On the trampoline}
> The tooth fairy is out of coins, do you have any? | How many is that now, {4-7}?
< I have {one|two} and a button 😅
>? The button it is

# kids !
< Swimming lesson report: {Theo dived for the ring|Ida swam 400 metres without a break}
> {Yes!!|Wow} Tell them ice cream after dinner | From afraid of the shower to this
<? They heard you

# supper *2
< What do you want for dinner {tonight|later}? | Any ideas for dinner? | Dinner? I have no plan at all | The fridge says {grocery} and sadness, ideas?
> {dish}? | How about {dish}? | I could make {dish}, we still have {grocery2} | Anything but {dish2} again
< {Yes please|Perfect|Deal}. Can you get {grocery3} on the way? | We had that on {weekday}… {dish3} instead? | Love it, I'll be home at {evening}
>? Will do | {On it|Sure}, anything else from the shop? | {ok|okay} 👍

# supper
> I'm doing {dish} tonight, do we have {grocery}?
< No, and no {grocery2} either | Half a pack, might be old | Yes, bottom shelf behind the {grocery2}
> {Right|Okay}, stopping at {store} then
<? Get something sweet too | And {grocery3} please 🙏

# supper !
> Theo ate {two|three} plates of {dish}!! Write it down somewhere
< Impossible. What did you put in it? | He told me he hates {dish} only last week
> {Nothing|Cheese. Just cheese|I called it dragon food}

# supper
< Let's get {takeaway}, I can't look at a pan today | {takeaway} night?
> Ordering now. The usual? | Yes!! {Extra spring rolls|Extra sauce|Two of the big ones}
< Usual plus {something with mushrooms|dumplings|a salad so we feel good}
>? There in {30-55} min they say

# family !
< I am reading the {paper|local news}: they will {close the bridge for repairs|open a new library|plant 200 trees on Mill Street}.
> About time! | Really? When?
< In {month}. Everybody at choir has an opinion.

# family !
< What size are Theo's {feet|shoulders} now? I am knitting.
> {He's at {31-34}|About {120-134} cm tall}, and he loves green | He'll grow out of it before you finish 😄
< Green it is. | Then I make it too large on purpose.

# family
< My {tulips|dahlias|runner beans|winter salad} came up! | The frost took my {dahlias|figs|basil} last night.
> {Beautiful|Oh no}! Ours are {still asleep|a week behind|eaten by slugs}
< I will bring you some {seeds|cuttings|bulbs} on {weekday}.

# family !
< I dreamt of the old house last night, the one with the {stove|blue door|pear tree}.
> I still know how the {stairs|kitchen} smelled | We drove past it in {month}, they painted it yellow
<? Yellow! Your father would have laughed.

# brother
< Which {bike|tent|drill|laptop} should I buy, the {400|600} or the {900|1200} dollar one?
> What do you need it for? | Cheap one. You'll lose it anyway
< {Weekends|Work|To look professional} 😎 | Rude but fair

# brother !
> Baby names so far? 👶
< {Juni|Alma|Vera} is leading. Or {Otto|Emil} if it's a boy | We have a list of {14-60}, it's a spreadsheet
> Mom will want {Helen|Margaret} in there | A spreadsheet. We are related

# brother @8-12
< Juni slept {four|five|six} hours in a row!!! | Day {20-90} without sleep. I put salt in my coffee
> {Milestone|Hang in there}, it gets better | I can take her on {weekday} so you two can nap
< {You're the best|I might cry} 😭

# running !
< What do you eat before a long run? I {hit the wall|almost fainted} at km {14-18}
> Oats and a banana, {90-120} minutes before | A gel every {30-40} minutes, the lemon ones
< Lemon noted | My stomach hates gels 🤢
>? Dates work too

# running !
> New shoes arrived, {280-310} grams and very {orange|pink|green} 😍
< Which ones?? How do they feel | I thought you had a one-in-one-out rule
> {Like clouds|Stiff but fast}. Old pair goes to the garden | The rule is sleeping

# running @6-9
< Too hot, {5|5:30|6} am tomorrow? 🥵
> I hate you. Yes | Trail by the creek, at least there's shade
< See you in the dark

# running
< Resting heart rate is {46-54} this morning, form is coming
> Mine went up, I think I'm getting a cold | Show-off 😄 mine's {52-61}
< Then skip the tempo today | Sleep is training too

# friends !
< Do you know a good {dentist|electrician|babysitter|dog groomer}? Ours {retired|moved away|never calls back}
> {Ours is lovely, sending the number|Ask Gus, he knows everyone}
< Perfect, thanks!

# friends !
< Guess who I met at {the airport|the market|the dentist}? {Our old teacher|Your cousin|My ex}
> NO. Did you say hello? | How {is he|is she}?
< {Hid behind the cheese|We talked for an hour}, tell you on {weekday}

# friends !
> How did {the interview|the exam|the talk|the first day} go?
< I think well?? They asked about {my thesis|Excel|salary} for ages | Terrible, blanked on the easiest question
> {Fingers crossed|I bet it was better than you think}! When do you hear?
< By {weekday} | They'll call {this|next} week

# friends !
< I got the {job|flat|place|puppy}!!! 🎉
> AAAH congratulations!!! | I knew it!!
< Drinks on me, {weekday}? | Still shaking

# friends !
< Sorry I was so quiet, it's been a lot. Dad is in hospital again
> Oh no, I'm so sorry. What can I do? | Don't apologise. How is he?
< Stable, they keep him until {weekday} | Just being there helps, honestly
> Bringing you dinner tomorrow, no discussion

# friends !
< Recommend me a series, nothing {sad|with murders|longer than ten episodes}
> {film}? It's a mini-series too | The one with the baking, it's pure comfort
< Watched it twice already | On it, blanket and tea

# music !
< Learning {song} on {bass|guitar|drums}, my neighbours love it
> The bridge is the hard part, it's in {five|seven} | Send a recording!
< Never | When it sounds like music, maybe

# music !
> Which one was the opener when we saw {band}? The singer with the {accordion|red coat|loop pedal}
< {band2}! They have a record out in {month}
> THANK you, I've been searching for weeks

# music !
< Record fair at {venue} on {weekday}, starts at {time}
> I told Maya no more records… what time did you say | Only if you stop me at three
< We both know I won't

# books !
< The author of "{book}" is reading at the library on {weekday}.
> Let's go! Is it free? | I'd love to, but it's Ida's practice
< Free, with bad wine. | I will have your copy signed.

# travel !
< How do you pack for {3-12} days with {hand luggage|children} only?
> Roll everything, two pairs of shoes, and accept it | Each kid carries their own backpack, that's the trick
< Two pairs! I need five. | Noble. Mine would pack stones.

# cycling !
< Saw the new bike lane on {River|Station|Mill} Street? Actually protected!
> Rode it today, {felt like a different city|they forgot the drain covers}
<? Small steps

# cycling
> {60-120}k, {500-1300} metres up, average {24-29} 🚴 legs are gone
< Strong! Which way round? | And I painted a fence. Jealous
> Ridge first, then the tailwind home | Anticlockwise, headwind all the way back

# lab
< {sample} from {Port Harlan|the field station} arrived, {24-96} tubes, {two|three} without a label
> Photograph them before you thaw anything | Put them in {freezer}, top shelf, I'll sort it {tomorrow|on {weekday}}
< Done, shelf {1-4} rack {1-4} | Found the sheet, it was in the lid

# lab
> Did the {shaker|centrifuge|incubator|thermocycler} get its service?
< Technician comes {weekday} | Yes, sticker is on, next one in {month}
<? He says ours is the oldest he has seen

# lab !
< First week with the new student: she pipettes better than me
> Great, she can do the {plates|gels|dilutions} on {weekday} then 😄 | Show her the notes, page one is the freezer map
< She already found {two|three} mistakes in the protocol

# lab
> Standard curve looks off, slope is {-2|-4}.{1-9}
< Old standards? We opened a new batch {yesterday|on {weekday}} | I skipped the second mix, sorry
> Rerunning with fresh ones | No harm, still have template

# computing
> Backups ran? The {mail|report} says {0-3} of {12-14}
< The disk was unmounted, running them by hand now | That mail is from the test job, ignore
<? All green now

# computing !
< How do I join two tables when the names are spelled {differently|with accents|in capitals}?
> Make a key: lower case, no blanks, no accents | Bring it over, I have a notebook for that
< It found {80-97} percent, the rest is by hand
>? Welcome to my life

# boss
< Please prepare {two|three} slides on the {storage|sampling|cohort} for {weekday}.
> Of course, with the {new figures|costs}? | On it. How long do I have?
< Figures, no costs. | Ten minutes, and leave time for questions.

# boss !
< We have a candidate for the {technician|postdoc} position, {weekday} at {time}. Will you join?
> Yes, gladly. Can you send the CV? | I'm at the dentist until {time2}, could we shift it?
< Sent. Ask about {night duty|statistics|the gap in 2021}.

# lunch !
> I brought too much {dish}, want half?
< YES. I'm at the bench until {time} | You're saving me from the canteen
<? That was delicious, what's in it?

# coach !
< Team photo is {weekday} at {time}. White shirts, hair tied, big smiles.
> She'll be there, smile included | Thanks for the reminder!

# coach !
< Does Ida have her {medical form|player pass} with her? I need it by {weekday}.
> Scanning it tonight | It's in her bag, front pocket
<? Got it, thank you.

# lifts
< Zola has a {cold|sprained ankle}, not coming today. Can you tell Dana?
> Of course, get well to Zola! | Told her. Ida says get well and she'll score one for her
<? 🥲

# lifts
> Is the match still on with this {rain|wind|smoke}?
< Dana says they play | Waiting to hear, pitch inspection at {8-9}
<? On! Bring the big umbrella

# lifts !
< Barbecue at ours after the last game, {weekday}, bring {salad|chairs|nothing}
> We'd love to! I'll make {dish} | Kids will sleep in their kits
< 🎉

# neighbour !
< There was a {coyote|raccoon|deer} in the street at {5-6} this morning.
> I heard the dog! Are the chickens all right? | Wow, right in town
< All accounted for. Close your compost. | It looked at me as if I were the intruder.

# neighbour !
> Happy birthday Gus! The kids left something on your porch
< A cake with {eighty-one|too many} candles. Thank you, I am moved.

# sitter
> Kayla, any chance tonight {evening}-ish? Our meeting ran over 🙏
< I can be there in {20-40} minutes | Sorry, I'm at {work|practice} 😞
> {You're a star|No worries, thanks anyway}!

# school
< Lakeside School: {the lice letter is in the bags, please check|lost property goes to charity on {weekday}|volunteers wanted for {weekday}, {time}|the concert starts at {evening}, doors at {evening2}}.

# piano
> Theo has a fever, we have to skip {today|{weekday}}, sorry!
< Get well, Theo. We can make it up on {weekday2} at {time}.
<? Music heals, but so does sleep.

# partner
< {Running|I'm running} late, {train|meeting|parking} chaos. Start without me | Will be {20-50} minutes late, sorry 😔
> {No worries|All good}, plate is in the oven | We saved you the corner piece
<? {Almost there|On the bus now}

# partner !
> Big day today, good luck with {the presentation|the audit|the new class|the interview}! 🍀
< Thanks!! Hands are shaking a bit | Wearing the lucky socks
> You've got this | Call me right after?
<? It went {great|fine|better than fine}!!

# partner !
< I {miss|keep thinking of} the sea. Can we go to the coast {on {weekday}|soon|in {month}}?
> Yes. Just yes | Looking at cabins as we speak
< With the dog and without {laptops|the rain}

# partner
< You left the {iron|garage light|radio|heating in the office} on again 🙄
> Sorry!!! | That was Theo | I was sure I'd turned it off
<? Forgiven. You buy the croissants

# partner
> How is your head? Still {hurting|foggy}?
< Better after the {walk|nap|second tea} | Lying in the dark, kids are being so sweet
> Stay there. I'll {cook|do bedtime|pick them up}

# partner !
< I got us {four|two} tickets for the {puppet theatre|science night|lantern parade|open-air cinema}, {weekday} at {evening}
> {Perfect|How lovely}! I'll swap my late shift | Will it be over before bedtime?
<? Kids don't know yet, surprise

# partner !
< Argh this {client|colleague|form|website} is driving me up the wall
> Deep breath. Want to rant or want help? | Chocolate is behind the flour
< Rant. Tonight. With chocolate | Help please, you read that kind of German

# home
> Which {bulb|filter|battery|fuse} does the {hall lamp|range hood|doorbell|garage opener} take?
< It's in the inventory list, look under {hall|kitchen|garage} | The small one with the {two pins|screw|green stripe}
<? Buy {two|three} while you're there

# home
< {Gutter|Drain in the yard|Shower} is blocked again, water everywhere
> {Leaves|Hair|Lego} I bet. I'll do it when I'm home | Use the long brush from the garage
< Done, it was {a tennis ball|leaves|a whole sock} | Leaving it for the expert

# home !
> I'm taking {three|four|five} boxes of {old toys|books|clothes} to the {charity shop|flea market} on {weekday}
< Check with Theo first, he counts them | Finally!! The hall is ours again
<? Not the {wooden train|picture books}!

# home !
< {Dryer|Vacuum|Kettle|Toaster} just died 💀
> How old is it? Maybe still under warranty | RIP. It served well
< {2019|2021|2022}, receipt is in the blue folder | I'll look at {Lumen Electronics|the repair cafe} on {weekday}

# kids !
< {Ida|Theo} forgot the {lunch box|gym bag|recorder|library books}, can you drop it off?
> Passing by at {time}, okay | Can't, meeting until {time2}. {She|He}'ll survive
<? You're the best parent in this family

# kids !
> Ida says the teacher wants {egg cartons|shoe boxes|a family tree|photos of her as a baby} by tomorrow
< Attic, second box on the left | Of course she tells us at {8|9} pm
> {On it|Climbing the ladder now}

# kids !
< Theo can ride without stabilisers!!! Six metres!! Then the hedge
> NOOO I missed it! Film it next time | Is he okay? Is the hedge okay?
< Hedge lost. He wants to go again | Doing it for you at {evening}

# kids !
< Theo drew our family. I'm a {potato|giraffe} and you have {seven|nine} fingers
> Accurate | That's going on the fridge
<? The dog looks best of all

# kids !
< Ida cried because {Mila|Zola} didn't {save her a seat|invite her}. My heart 💔
> Oh no. I'll talk to her on the way to practice | Pancakes and a long hug, then we talk
<? They made up, she's singing again

# supper !
< What's that smell? Is it {dish}?
> It's going to be, in {20-60} minutes | That was {dish}. We're having {takeaway} 😅
<? I'm so hungry I could eat the pan

# supper !
> The farmers' market had the first {asparagus|strawberries|cherries|corn|squash}! Changed the plan
< {dish} can wait, yes! | How much did you buy… | Get the good butter
<? The kids will pick around it

# running
< I'm at {3-9} of {10-12} weeks in the plan and I feel {strong|slow|like jelly}
> That's how it should feel | Taper will fix it
< What's yours this week? | I'll believe you on race day
> {28-52}k in {4|5} runs, one of them with hills

# running
< Parkrun on {weekday}? {Free and flat|They have cake at the end}
> Last time you said that you sprinted away | I'm in, target {22-24}:{10-59}
<? Only the last kilometre 😇

# running !
> Skipped today, slept {nine|ten} hours instead
< Best training of the week | Who are you and where is Robin
<? Tomorrow {6-10}k then

# friends !
< Happy {Monday|Friday}! How's {the book|the garden|your week|the project} coming along?
> Slowly but I like it | Chaos, but the good sort | Ask me on {weekday}
<? Proud of you, keep going

# friends !
< We're at the {lake|pool|playground}, come and join?
> On our way in {20-40} minutes, need {sunscreen|snacks}? | Kids have {piano|fever|homework}, next time!
< {We have everything|Bring the big towel} | Next time then 😊

# friends !
> Do you still have the {travel cot|baby carrier|high chair}? Erik could use it
< Yes! Cleaned and folded, come by on {weekday} | Lent to {my neighbour|Clara}, I'll ask
<? Take the {bottles|blankets} as well

# friends !
< My {landlord|boss|ex|neighbour} {wrote again|called at midnight|wants to talk} 😩
> What now?? | Don't answer tonight. Tomorrow, with coffee
< {Rent goes up by {60-180}|I'm too loud, apparently|Same old story}

# music !
> Theo plays {song} on the piano now. {Two|Three} notes of it, but the right ones
< A star is born | Next: drums 😈
<? Sign him before he's expensive

# music !
< My year in music: {band}, {band2}, {band3}. What's yours?
> {band4} first, and the {otters|pirates} from the kids on second 😂 | Almost the same, plus far too much running techno
<? Respectable

# games
< Rematch of {game}? {weekday} {evening}, I've read a strategy guide
> You read a guide. For {game} | Bring it on
<? Erik brings chips

# grandpa !
< The radio says snow by {weekday}. Have you changed your tyres? Walt
> Doing it this week, promise! | Already done, thank you Grandpa
<? Good. Walt

# grandpa !
< I am mending the old clock. It needs patience and a spring. Walt
> The one from the hall? Theo would love to watch | Where does one get a spring these days?
< Bring him on {weekday}. | From another clock. Walt

# lab
< Can you check the {CO2|nitrogen|alarm list} when you pass B.012? I'm home with the {kid|cold}
> Checked, all {normal|green} | Level is at {20-60} percent, ordering a refill
<? Thank you, back on {weekday}

# lab
> Who used the last {reagent} and put the empty box back?! 😤
< Not me 👀 | Probably the practical course, they left {two|three} more
< I'll bring it up on {weekday}

# lab
< Sequencing data is in, {80-420} million reads, duplication {8-30} percent
> {Nice|Beautiful}! Copying it to the NAS now | Higher than I hoped. Same prep as in {month}?
< Plots by {weekday}? | New kit, I wrote the lot number down
>? You're a treasure

# computing !
> The new {badge|label|scanner} system prints {two|three} labels for every tube
< It's the {driver|template}, I know that one | Feature 😄 no, looking into it
<? Fixed, reprint row {2-90}

# computing
< Your account is full again, {190-240} of 200 gigabytes
> That's the microscope films… deleting | Can I have more? Please?
< Archive first, then we talk

# lunch
< Soup day on {weekday}: you bring {bread|spoons}, I bring {dish}
> Deal. For how many? | Can Lukas come, he has cheese
< {Five|Six}, with the students | Cheese is always invited

# lunch
> Coffee? I need to {complain|celebrate|stare out of the window}
< Two minutes | Already downstairs
<? You buy, I listen

# boss
< I am travelling until {weekday}. Please keep an eye on the {budget|students|freezers}.
> Will do, safe travels | Of course. Anything urgent in the pipeline?
<? Only the order for {reagent}.

# coach !
< Great effort today, everybody. Ida listens and then she does it, that is rare.
> That made our {day|dinner} | Don't tell her, she'll want captain 😄
<? She is on my list.

# coach
< We need drivers for the away match in {city}, {weekday}, leaving at {8-9}. Who can?
> I can take {three|four} | Working, sorry, Maya might
< Thank you, I put you down.

# lifts
< Ice cream on the way back, okay for you? They {won|earned it|lost badly and need it}
> Always okay | Only if I get one too
<? One for you in the freezer bag

# codes *2
< Alder Falls Bank: card ending {1000-9999} was used for ${4 - 190}.{10-99} at {store}. Reply NO if this was not you. | Alder Falls Bank: your balance is below ${200 - 500}.
`;
