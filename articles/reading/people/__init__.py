"""Who is named, with titles and posts, which record each fits, and who said what."""
